import type { GatewayName } from '#payments/gateways/gateway'
import { enabledGateways, gateway } from '#payments/gateways/registry'

/** Withdrawals that no gateway pays out: staff do, and type in the bank's reference. */
export const MANUAL = 'manual'

/** Who pays withdrawals out: the first enabled gateway that can, else people. */
export async function payoutDriver(): Promise<GatewayName | typeof MANUAL> {
  for (const name of enabledGateways()) if ((await gateway(name)).createPayout) return name
  return MANUAL
}
