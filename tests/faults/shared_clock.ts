import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './processes.js'

/** A clock that all processes of a marketplace follow, and that only goes forward. */
export class SharedClock {
  #offset = 0
  #file: string

  /** @param name the marketplace's, whose folder is opened later */
  constructor(name: string) {
    this.#file = join(process.cwd(), 'tmp', 'faults', name, 'clock')
  }

  get env(): Environment {
    return { NODE_ENV: 'test', CLOCK_OFFSET_FILE: this.#file }
  }

  /** epoch ms, as the processes see it */
  now(): number {
    return Date.now() + this.#offset
  }

  advance(ms: number) {
    this.#offset += ms
    writeFileSync(this.#file, String(this.#offset))
  }
}
