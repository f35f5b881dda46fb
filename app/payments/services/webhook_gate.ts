/*
 * No limit per sender holds for web hooks, so a flood of them must not take all of the process: so
 * many at a time are let in, the others are told to come again, which gateways do.
 */
import { TooManyWebhooks } from '#payments/errors'

const AT_A_TIME = 64

let inside = 0

/** @throws TooManyWebhooks (503) */
export async function throughGate<T>(work: () => Promise<T>): Promise<T> {
  if (inside >= AT_A_TIME) throw new TooManyWebhooks()
  inside++
  try {
    return await work()
  } finally {
    inside--
  }
}
