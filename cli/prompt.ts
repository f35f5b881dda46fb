/*
 * Questions. Every one goes through the same guard: without a terminal on stdin and stderr, or
 * with --no-input, nothing is ever asked. Questions are written to stderr, so that stdout stays data.
 */
import { DeclinedError, InterruptedError, UsageError } from './errors.ts'
import { cleanLine } from './output/clean.ts'
import type { Streams, TalkOutput } from './terminal.ts'

interface Options {
  streams: Streams
  talk: TalkOutput
  signal: AbortSignal
  /** False under --no-input. */
  allowed: boolean
}

type Prompts = typeof import('@inquirer/prompts')

export class Prompt {
  #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Whether somebody is there to answer. */
  get possible(): boolean {
    const { streams, allowed } = this.#options
    return allowed && Boolean(streams.stdin.isTTY) && Boolean(streams.stderr.isTTY)
  }

  /** y/N, no by default. */
  async confirm(question: string): Promise<void> {
    const agreed = await this.#ask(({ confirm }, io) =>
      confirm({ message: cleanLine(question), default: false }, io)
    )
    if (!agreed) throw new DeclinedError()
  }

  async text(question: string, fallback?: string): Promise<string> {
    const answer = await this.#ask(({ input }, io) =>
      input({ message: cleanLine(question), default: fallback }, io)
    )
    return answer.trim()
  }

  /** One of several, by the arrow keys. @returns its index */
  choose(question: string, names: string[]): Promise<number> {
    const choices = names.map((name, value) => ({ name: cleanLine(name), value }))
    return this.#ask(({ select }, io) => select({ message: cleanLine(question), choices }, io))
  }

  /** Typed without echo. */
  hidden(question: string): Promise<string> {
    return this.#ask(({ password }, io) => password({ message: cleanLine(question) }, io))
  }

  /** One key, without Enter. Ctrl-C interrupts; Ctrl-D answers `q`. */
  async key(allowed: string[]): Promise<string> {
    this.#guard()
    const { stdin } = this.#options.streams
    const { signal } = this.#options
    const { emitKeypressEvents } = await import('node:readline')
    emitKeypressEvents(stdin)
    stdin.setRawMode(true)
    stdin.resume()
    try {
      return await new Promise<string>((resolve, reject) => {
        const stop = (settle: () => void) => {
          stdin.off('keypress', onKey)
          settle()
        }
        const onKey = (text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
          if (key.ctrl && key.name === 'c') stop(() => reject(new InterruptedError('SIGINT')))
          else if (key.ctrl && key.name === 'd') stop(() => resolve('q'))
          else if (text && allowed.includes(text.toLowerCase())) {
            stop(() => resolve(text.toLowerCase()))
          }
        }
        stdin.on('keypress', onKey)
        signal.addEventListener('abort', () => stop(() => reject(signal.reason)), { once: true })
      })
    } finally {
      stdin.setRawMode(false)
      stdin.pause()
    }
  }

  async #ask<T>(
    question: (prompts: Prompts, io: Parameters<Prompts['input']>[1]) => Promise<T>
  ): Promise<T> {
    this.#guard()
    const { streams, talk, signal } = this.#options
    talk.clearStatus()
    const prompts = await import('@inquirer/prompts')
    try {
      return await question(prompts, { input: streams.stdin, output: streams.stderr, signal })
    } catch (error) {
      if (signal.aborted) throw signal.reason
      // Ctrl-C, or Ctrl-D at an empty line: the terminal said no.
      if ((error as Error).name === 'ExitPromptError') throw new InterruptedError('SIGINT')
      throw error
    }
  }

  #guard(): void {
    if (this.possible) return
    throw new UsageError('there is no terminal to ask on', { code: 'no_terminal' })
  }
}
