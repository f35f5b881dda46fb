import { setTimeout as sleep } from 'node:timers/promises'
import type { Process } from './processes.js'
import type { SharedClock } from './shared_clock.js'
import { killAndRestart, random } from './supervisor.js'

/** what a dead process had begun may be taken over after this time, in ms */
const LEASE = 31_000

/**
 * Kills processes at seeded points of a piece of work, each a random moment after some share of it
 * is done, so that the kills fall into the work however fast the machine is.
 */
export class Kills {
  done = 0
  /** whose moment has come, and which are not over */
  due = 0
  #moments: { after: number; victim: Process }[]
  #running: Promise<void> = Promise.resolve()

  /** @param victims by kind: as many kills for each kind, of any of them */
  constructor(
    victims: Process[][],
    each: number,
    steps: number,
    private clock: SharedClock
  ) {
    this.#moments = victims
      .flatMap((kind) =>
        Array.from({ length: each }, () => ({
          after: random() * steps,
          victim: kind[Math.floor(random() * kind.length)],
        }))
      )
      .sort((a, b) => a.after - b.after)
  }

  /** So much of the work is done. */
  reached(steps: number) {
    while (this.#moments.length > 0 && this.#moments[0].after <= steps) {
      const { victim } = this.#moments.shift()!
      this.due++
      this.#running = this.#running.then(() => this.#kill(victim))
    }
  }

  /** All kills are over, and everybody was started again. */
  async ended(): Promise<number> {
    this.reached(Infinity)
    await this.#running
    return this.done
  }

  async #kill(victim: Process) {
    await sleep(random() * 300)
    await killAndRestart(victim)
    this.done++
    this.clock.advance(LEASE)
    await sleep(random() * 1_500)
    this.due--
  }
}
