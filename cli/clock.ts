import { setTimeout as wait } from 'node:timers/promises'

/** Time and chance, as dependencies: what waits or jitters is tested without waiting. */
export interface Clock {
  now(): number
  random(): number
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(milliseconds, undefined, { signal })
    } catch (error) {
      throw signal.aborted ? signal.reason : error
    }
  },
}
