import { Agent, request } from 'node:http'

export interface Load {
  /** requests per second */
  rate: number
  /** ms */
  p50: number
  p99: number
}

/** Asks one address over and over for a while, by `connections` kept-alive connections. */
export async function load(
  url: string,
  { seconds = 2, connections = 20, headers = {} }: LoadOptions = {}
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const client = async () => {
    while (performance.now() < end) times.push(await ask(url, agent, headers))
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: connections }, client))
  const elapsed = performance.now() - startedAt
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { rate: (times.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99) }
}

export interface LoadOptions {
  seconds?: number
  connections?: number
  headers?: Record<string, string>
}

function ask(url: string, agent: Agent, headers: Record<string, string>): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode}`))
      response.resume().on('end', () => resolve(performance.now() - startedAt))
    })
      .on('error', reject)
      .end()
  })
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
