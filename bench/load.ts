import { connect, type Socket } from 'node:net'

export interface Load {
  /** requests per second */
  rate: number
  /** ms */
  p50: number
  p99: number
}

export interface Ask {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: object
}

/**
 * A kept-alive connection that asks one thing at a time. It writes and reads its socket itself:
 * node:http's client takes more time for a request than the server measured.
 */
export class Connection {
  #socket?: Socket
  #received = ''
  #answered?: (text: string) => void
  #failed?: (error: Error) => void

  /** @param base http://host:port */
  constructor(private base: string) {}

  /** @returns the body, as latin1 text @throws for an answer that is no success */
  ask({ method = 'GET', path, headers = {}, body }: Ask): Promise<string> {
    const json = body ? JSON.stringify(body) : ''
    const lines = Object.entries({ host: new URL(this.base).host, ...headers })
    if (method !== 'GET')
      lines.push(['content-type', 'application/json'], ['content-length', String(json.length)])
    const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')
    return new Promise((resolve, reject) => {
      this.#received = ''
      this.#answered = resolve
      this.#failed = reject
      this.#socket ??= this.#connect()
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n\r\n${json}`)
    })
  }

  close() {
    this.#socket?.destroy()
  }

  /** Servers end what is idle: the next request connects anew. */
  #connect(): Socket {
    const { hostname, port } = new URL(this.base)
    const socket = connect(Number(port), hostname).setNoDelay().setEncoding('latin1')
    return socket
      .on('data', (chunk) => this.#take(String(chunk)))
      .on('error', (error) => this.#failed?.(error))
      .on('close', () => {
        this.#socket = undefined
        this.#failed?.(new Error('the server hung up'))
      })
  }

  #take(chunk: string) {
    this.#received += chunk
    if (!isWhole(this.#received)) return
    const [done, failed] = [this.#answered, this.#failed]
    this.#answered = this.#failed = undefined
    if (/^HTTP\/1.1 2/.test(this.#received))
      done?.(this.#received.slice(this.#received.indexOf('\r\n\r\n') + 4))
    else failed?.(new Error(this.#received))
  }
}

/** An answer with a Content-Length, which those of all servers here have. */
function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(received)
  return received.length >= head + 4 + Number(length?.[1] ?? 0)
}

/** Asks one address over and over for a while, by so many connections. */
export async function load(
  url: string,
  { seconds = 2, connections = 20 }: { seconds?: number; connections?: number } = {}
): Promise<Load> {
  const { origin, pathname, search } = new URL(url)
  const clients = Array.from({ length: connections }, () => new Connection(origin))
  const ask = { path: pathname + search }
  const found = await during(seconds, clients, (client) => client.ask(ask))
  clients.forEach((client) => client.close())
  return found
}

/** Lets every one of `workers` do `work` again and again until the time is over. */
export async function during<T>(
  seconds: number,
  workers: T[],
  work: (worker: T, index: number) => Promise<unknown>
): Promise<Load> {
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
  const times: number[] = []
  const one = async (worker: T, index: number) => {
    for (let askedAt = startedAt; askedAt < end;) {
      await work(worker, index)
      const answeredAt = performance.now()
      times.push(answeredAt - askedAt)
      askedAt = answeredAt
    }
  }
  await Promise.all(workers.map(one))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const elapsed = performance.now() - startedAt
  return { rate: (times.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99) }
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
