/*
 * No limit per sender holds for web hooks, so a flood of them must not take all of the process: so
 * many of each gateway at a time are let in, the others are told to come again, which gateways do.
 */
import { TooManyWebhooks } from '#payments/errors'
import type { GatewayName } from '#payments/gateways/gateway'

const AT_A_TIME = 64

const inside = new Map<GatewayName, number>()

/** @throws TooManyWebhooks (503) */
export async function throughGate<T>(gateway: GatewayName, work: () => Promise<T>): Promise<T> {
  if (countOf(gateway) >= AT_A_TIME) throw new TooManyWebhooks()
  inside.set(gateway, countOf(gateway) + 1)
  try {
    return await work()
  } finally {
    inside.set(gateway, countOf(gateway) - 1)
  }
}

function countOf(gateway: GatewayName): number {
  return inside.get(gateway) ?? 0
}
