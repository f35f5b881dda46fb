import env from '#start/env'
import { gateway } from '#payments/gateways/registry'
import type { GatewayName } from '#payments/gateways/gateway'

/** Withdrawals that no gateway pays out: staff do, and type in the bank's reference. */
export const MANUAL = 'manual'

/** Who pays withdrawals out: the first configured gateway that can, else people. */
export async function payoutDriver(): Promise<GatewayName | typeof MANUAL> {
  for (const name of env.get('PAYMENT_GATEWAYS') as GatewayName[]) {
    const driver = await gateway(name)
    if (driver.createPayout) return name
  }
  return MANUAL
}
