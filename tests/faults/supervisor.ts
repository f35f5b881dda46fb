/*
 * What all scenarios share: the options of the run, its seeded chance, and what was found wrong.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Process } from './processes.js'

export { close, open, servers, workers, type Marketplace, type Server } from './market.js'

export const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, // names of scenarios, by commas
    full: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false }, // what is in build/ is new enough
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
  },
})

export const violations: string[] = []

/** mulberry32: the same seed, the same moments. @returns numbers from 0 to 1 */
export function generator(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The chance of the run; what happens at the same time takes a generator of its own. */
export const random = generator(Number(options.seed))

export function check(claim: string, isKept: boolean, figures = '') {
  console.log(`  ${isKept ? 'ok  ' : 'FAIL'} ${claim}${figures && ` (${figures})`}`)
  if (!isKept) violations.push(claim)
}

/** Kills a process without a warning and starts it again a moment later. */
export async function killAndRestart(victim: Process) {
  await victim.stop('SIGKILL')
  await sleep(random() * 500)
  victim.start()
}
