/*
 * `--debug`: each request and answer on stderr, with everything secret masked.
 */
import { cleanLine } from '../output/clean.ts'
import { parseJson } from './answers.ts'
import type { Redactor } from '../redact.ts'
import type { TalkOutput } from '../terminal.ts'
import type { Incoming } from './exchange.ts'
import type { Prepared } from './request.ts'

export type TraceLevel = 'off' | 'headers' | 'bodies'

export class Trace {
  #level: TraceLevel
  #talk: TalkOutput
  #redactor: Redactor

  constructor(level: TraceLevel, talk: TalkOutput, redactor: Redactor) {
    this.#level = level
    this.#talk = talk
    this.#redactor = redactor
  }

  request({ method, url, headers, payload }: Prepared): void {
    if (this.#level === 'off') return
    this.#talk.line(`> ${method} ${url.href}`)
    for (const [name, value] of Object.entries(this.#redactor.headers(headers))) {
      this.#talk.line(`> ${name}: ${value}`)
    }
    if (payload !== undefined) this.#body('>', payload)
  }

  answer({ status, headers, text }: Incoming, milliseconds: number): void {
    if (this.#level === 'off') return
    this.#talk.line(`< ${status} in ${milliseconds} ms`)
    const shown = this.#redactor.headers(Object.fromEntries(headers.entries()))
    for (const [name, value] of Object.entries(shown)) {
      this.#talk.line(`< ${name}: ${cleanLine(value)}`)
    }
    if (text) this.#body('<', text)
  }

  /** Masked by member name; what is not JSON is measured, not shown, for it may hold anything. */
  #body(direction: '<' | '>', text: string): void {
    if (this.#level !== 'bodies') return
    const parsed = parseJson(text)
    const shown = parsed.ok
      ? cleanLine(JSON.stringify(this.#redactor.json(parsed.value)))
      : `(${Buffer.byteLength(text)} bytes, not JSON)`
    this.#talk.line(`${direction} ${shown}`)
  }
}
