import { connect, type Socket } from 'node:net'

export interface Load {
  /** requests per second */
  rate: number
  /** ms */
  p50: number
  p99: number
}

/**
 * Asks one address over and over for a while, by `connections` kept-alive connections. It writes and
 * reads sockets itself: node:http's client takes more time for a request than the server measured.
 */
export async function load(
  url: string,
  { seconds = 2, connections = 20, headers = {} }: LoadOptions = {}
): Promise<Load> {
  const { hostname, port, host, pathname, search } = new URL(url)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  const request = [`GET ${pathname}${search} HTTP/1.1`, ...lines, '', ''].join('\r\n')
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
  const clients = Array.from({ length: connections }, () =>
    askUntil(end, connect(Number(port), hostname).setNoDelay(), request)
  )
  const times = (await Promise.all(clients)).flat().sort((a, b) => a - b)
  const elapsed = performance.now() - startedAt
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { rate: (times.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99) }
}

export interface LoadOptions {
  seconds?: number
  connections?: number
  headers?: Record<string, string>
}

/** @returns how long each answer took, in ms */
function askUntil(end: number, socket: Socket, request: string): Promise<number[]> {
  const times: number[] = []
  let received = ''
  let askedAt = performance.now()
  const ask = () => {
    received = ''
    askedAt = performance.now()
    socket.write(request)
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject).on('close', () => reject(new Error('the server hung up')))
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk
      if (!isWhole(received)) return
      if (!received.startsWith('HTTP/1.1 200')) return reject(new Error(received))
      times.push(performance.now() - askedAt)
      if (performance.now() < end) return ask()
      socket.destroy()
      resolve(times)
    })
    ask()
  })
}

/** An answer with a Content-Length, which those of both servers have. */
function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(received)
  return received.length >= head + 4 + Number(length?.[1] ?? 0)
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
