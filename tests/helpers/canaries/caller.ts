import type { Canaries } from '#tests/helpers/canaries/canaries'

export interface Answer {
  status: number
  data: any
  cookies: string[]
}

interface Options {
  headers?: Record<string, string>
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** canaries that are this answer's point; nothing else may stand in it */
  gives?: (answer: Answer) => void
  /** canaries planted before that it may give again, by name */
  repeats?: string[]
}

/** Sends requests and looks for canaries in everything that comes back. */
export class Caller {
  /** `<canary> in the answer to <request>` */
  readonly leaks: string[] = []
  readonly statuses = new Map<number, number>()

  constructor(
    private url: string,
    private canaries: Canaries
  ) {}

  /** @param body a string is sent as it is */
  async send(path: string, body?: unknown, options: Options = {}): Promise<Answer> {
    const { method = body === undefined ? 'GET' : 'POST', headers, gives, repeats = [] } = options
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    })
    const text = await response.text()
    const { status } = response
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    // asked before `gives` plants what is new in it
    const shown = this.canaries.in(`${text}\n${JSON.stringify([...response.headers])}`)
    for (const name of shown)
      if (!this.#mayShow(name) && !repeats.includes(name))
        this.leaks.push(`${name} in the answer to ${method} ${path}`)
    const data = text.startsWith('{') ? JSON.parse(text).data : undefined
    const answer = { status, data, cookies: response.headers.getSetCookie() }
    gives?.(answer)
    return answer
  }

  #mayShow(name: string): boolean {
    return this.canaries.all.find((one) => one.name === name)!.mayBeIn.includes('answers')
  }
}
