/*
 * Progress of many steps, on stderr: a line that changes on a terminal, a line each ten seconds in
 * a log, nothing under --quiet.
 */
import type { Clock } from '../clock.ts'
import type { TalkOutput } from '../terminal.ts'

const LOG_EVERY_MS = 10_000
const REDRAW_EVERY_MS = 100

export class Progress {
  #talk: TalkOutput
  #clock: Clock
  #label: string
  #total: number | undefined
  #started: number
  #lastSaid: number

  constructor(talk: TalkOutput, clock: Clock, label: string, total?: number) {
    this.#talk = talk
    this.#clock = clock
    this.#label = label
    this.#total = total
    this.#started = clock.now()
    this.#lastSaid = this.#started
  }

  update(done: number): void {
    const now = this.#clock.now()
    if (now - this.#lastSaid < (this.#talk.isTTY ? REDRAW_EVERY_MS : LOG_EVERY_MS)) return
    this.#lastSaid = now
    const text = this.#describe(done, now)
    if (this.#talk.isTTY) this.#talk.status(text)
    else this.#talk.note(text)
  }

  #describe(done: number, now: number): string {
    const seconds = (now - this.#started) / 1000
    const rate = done / seconds
    const rows = `${this.#label}: ${done}${this.#total ? ` of ${this.#total}` : ''}`
    if (!this.#total) return `${rows}, ${rate.toFixed(0)}/s`
    const left = Math.ceil((this.#total - done) / rate)
    return `${rows}, ${rate.toFixed(1)}/s, about ${left} s left`
  }
}
