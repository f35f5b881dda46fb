/*
 * A pseudo-terminal with somebody at the keyboard.
 */
import { spawn } from '@lydell/node-pty'
import type { IPty } from '@lydell/node-pty'

interface Options {
  columns: number
  rows: number
  env: Record<string, string | undefined>
}

export class Terminal {
  #pty: IPty
  #output = ''
  #readTo = 0
  #exit: Promise<number>

  static start(program: string, args: string[], options: Options): Terminal {
    const pty = spawn(program, args, {
      name: 'xterm-256color',
      cols: options.columns,
      rows: options.rows,
      env: options.env as Record<string, string>,
    })
    return new Terminal(pty)
  }

  constructor(pty: IPty) {
    this.#pty = pty
    pty.onData((text) => (this.#output += text))
    this.#exit = new Promise((resolve) =>
      pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode))
    )
  }

  /** Everything that was shown so far, with escape sequences. */
  get raw(): string {
    return this.#output
  }

  type(text: string): void {
    this.#pty.write(text)
  }

  /** Waits until the text appears behind what was waited for before. */
  async expect(text: string): Promise<void> {
    const deadline = Date.now() + 20_000
    while (!this.#output.slice(this.#readTo).includes(text)) {
      if (Date.now() > deadline) {
        throw new Error(`"${text}" was never shown; there was:\n${this.#output}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    this.#readTo = this.#output.indexOf(text, this.#readTo) + text.length
  }

  /** Exit code, 128 + signal when a signal ended it. */
  exit(): Promise<number> {
    return this.#exit
  }
}
