/** a line waits this long for others, in ms */
const PATIENCE = 100
/** characters that do not wait for more */
const ENOUGH = 16_384
/** pino's number of the level */
const ERROR = 50

const WITH_LEVEL: unique symbol = Symbol.for('pino.metadata')

export interface Target {
  write(lines: string): unknown
  flushSync(): void
  destroyed?: boolean
}

/**
 * Hands log lines on in batches: a write for each line would take longer than the line itself. A
 * process that is killed outright loses the lines of the last PATIENCE ms at most, but no error.
 */
export class Batches {
  /** makes pino's multistream say the level of each line in `lastLevel` */
  readonly [WITH_LEVEL] = true
  lastLevel = 0
  #waiting = ''
  #timer?: NodeJS.Timeout

  constructor(private targets: Target[]) {}

  write(line: string) {
    this.#waiting += line
    if (this.lastLevel >= ERROR || this.#waiting.length >= ENOUGH) return this.handOn()
    this.#timer ??= setTimeout(() => this.handOn(), PATIENCE)
  }

  handOn() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const lines = this.#waiting
    this.#waiting = ''
    if (lines.length > 0) for (const target of this.targets) target.write(lines)
  }
}
