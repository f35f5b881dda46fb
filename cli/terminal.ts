/*
 * The one writer of stdout and the one writer of stderr. Data goes to stdout; everything a person
 * is told meanwhile (questions, notes, progress, errors) goes to stderr.
 */
import { styleText } from 'node:util'
import { BrokenPipeError, CliError, exitCodes } from './errors.ts'
import type { Redactor } from './redact.ts'

export type Style = Parameters<typeof styleText>[0]
export type ColorMode = 'auto' | 'always' | 'never'

/** The streams of the process; tests hand in others. */
export interface Streams {
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
}

/** Whether a stream gets colours. The program's own `--color` decides last. */
export function wantsColor(
  stream: { isTTY?: boolean },
  mode: ColorMode,
  env: NodeJS.ProcessEnv
): boolean {
  if (mode !== 'auto') return mode === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return Boolean(stream.isTTY) && env.TERM !== 'dumb'
}

/** Something the printer can write to: stdout, or a pager in front of it. */
export interface Sink {
  write(text: string): Promise<void>
}

/** Stdout. A write that fails is an error of the command, except when the reader left. */
export class DataOutput implements Sink {
  color = false
  #stream: NodeJS.WriteStream
  #env: NodeJS.ProcessEnv
  #beforeWrite: () => void
  #failure: CliError | undefined

  constructor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, beforeWrite: () => void) {
    this.#stream = stream
    this.#env = env
    this.#beforeWrite = beforeWrite
    stream.on('error', (error: NodeJS.ErrnoException) => (this.#failure ??= explain(error)))
  }

  get isTTY(): boolean {
    return Boolean(this.#stream.isTTY)
  }

  get columns(): number {
    return this.#stream.columns || Number(this.#env.COLUMNS) || 80
  }

  get rows(): number {
    return this.#stream.rows || 24
  }

  async write(text: string | Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure
    this.#beforeWrite()
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => (error ? reject(explain(error)) : resolve()))
    })
  }

  style(style: Style, text: string): string {
    return this.color ? styleText(style, text, { validateStream: false }) : text
  }
}

/** Stderr: lines for a person, and at most one status line that is rewritten in place. */
export class TalkOutput {
  color = false
  /** Errors are always told; notes and progress are not, under `--quiet` or for a machine. */
  talkative = true
  #stream: NodeJS.WriteStream
  #redactor: Redactor
  #statusShown = false

  constructor(stream: NodeJS.WriteStream, redactor: Redactor) {
    this.#stream = stream
    this.#redactor = redactor
    // Nobody is left to be told that stderr is closed.
    stream.on('error', () => {})
  }

  get isTTY(): boolean {
    return Boolean(this.#stream.isTTY)
  }

  get columns(): number {
    return this.#stream.columns || 80
  }

  /** A line that is always printed. */
  line(text: string): void {
    this.clearStatus()
    this.#stream.write(`${this.#redactor.text(text)}\n`)
  }

  /** A line for the person watching. */
  note(text: string): void {
    if (this.talkative) this.line(text)
  }

  /** Text that changes in place; only on a terminal, so that logs are not full of frames. */
  status(text: string): void {
    if (!this.talkative || !this.isTTY) return
    this.#stream.write(`\r\u001b[2K${this.#redactor.text(text)}`)
    this.#statusShown = true
  }

  clearStatus(): void {
    if (!this.#statusShown) return
    this.#stream.write('\r\u001b[2K')
    this.#statusShown = false
  }

  style(style: Style, text: string): string {
    return this.color ? styleText(style, text, { validateStream: false }) : text
  }
}

function explain(error: NodeJS.ErrnoException): CliError {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new BrokenPipeError()
  return new CliError(
    exitCodes.unexpected,
    'output_failed',
    `cannot write to standard output: ${error.code ?? error.message}`
  )
}
