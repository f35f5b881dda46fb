import { fork, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Role } from '#core/actor'
import type { Environment } from '../faults/processes.js'
import type { Made, Ready, Wish } from './corpus.js'

/** Somebody whose requests are valid: the fuzzer's side of corpus.ts. */
export class Maker {
  #asked = new Map<number, { resolve(made: Made): void; reject(error: Error): void }>()
  #count = 0

  private constructor(
    private child: ChildProcess,
    readonly ready: Ready
  ) {
    child.on('message', ({ id, made, error }: { id: number; made?: Made; error?: string }) => {
      const waiting = this.#asked.get(id)
      this.#asked.delete(id)
      if (made) waiting?.resolve(made)
      else waiting?.reject(new Error(error))
    })
    child.once('exit', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('the maker is gone'))
    })
  }

  static async start(env: Environment, folder: string): Promise<Maker> {
    const log = openSync(join(folder, 'maker.log'), 'a')
    const child = fork('tests/fuzz/corpus.ts', {
      execArgv: ['--import=@poppinss/ts-exec'],
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log, 'ipc'],
      serialization: 'advanced', // files are bytes
    })
    const gone = once(child, 'exit').then(() => {
      throw new Error(`the maker did not start, see ${folder}/maker.log`)
    })
    gone.catch(() => {})
    const [ready] = (await Promise.race([once(child, 'message'), gone])) as [Ready]
    return new Maker(child, ready)
  }

  /** A fresh account of a role, with a valid request of a route. */
  make(route: string | null, role: Role): Promise<Made> {
    const id = this.#count++
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.child.send({ id, route, role } satisfies Wish)
    })
  }

  async stop() {
    const gone = once(this.child, 'exit')
    this.child.disconnect()
    await gone
  }
}
