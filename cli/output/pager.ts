/*
 * Long tables on a terminal go through a pager. A pager that is closed early is a reader that has
 * seen enough: the list stops, and that is success.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BrokenPipeError } from '../errors.ts'
import type { ChildProcess } from 'node:child_process'
import type { Sink } from '../terminal.ts'

const DEFAULT_PAGER = 'less -FIRX'

/** The wanted pager as words, or undefined for none. */
export function pagerCommand(
  env: NodeJS.ProcessEnv,
  configured: string | undefined
): string[] | undefined {
  const text = env.SOUK_PAGER ?? env.PAGER ?? configured ?? DEFAULT_PAGER
  const words = text.trim().split(/\s+/).filter(Boolean)
  return words.length === 0 || words[0] === 'cat' ? undefined : words
}

/** A sink in front of stdout. Falls back to stdout itself when the pager cannot be started. */
export class Pager implements Sink {
  #child: ChildProcess
  #fallback: Sink
  #ended: Promise<unknown>
  #missing = false

  static async open([program, ...args]: string[], fallback: Sink): Promise<Sink & Closable> {
    const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] })
    const pager = new Pager(child, fallback)
    await Promise.race([once(child, 'spawn'), pager.#ended])
    return pager
  }

  constructor(child: ChildProcess, fallback: Sink) {
    this.#child = child
    this.#fallback = fallback
    child.on('error', () => (this.#missing = true))
    child.stdin!.on('error', () => {})
    this.#ended = new Promise((resolve) => {
      child.on('exit', resolve)
      child.on('error', resolve)
    })
  }

  async write(text: string): Promise<void> {
    if (this.#missing) return this.#fallback.write(text)
    if (this.#child.exitCode !== null) throw new BrokenPipeError()
    await new Promise<void>((resolve, reject) => {
      this.#child.stdin!.write(text, (error) => (error ? reject(new BrokenPipeError()) : resolve()))
    })
  }

  async close(): Promise<void> {
    if (!this.#missing) this.#child.stdin!.end()
    await this.#ended
  }
}

/** A sink that has an end. */
export interface Closable {
  close(): Promise<void>
}
