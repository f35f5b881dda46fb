/* What the specs of the gateways say again and again. */
import type { Assert } from '@japa/assert'
import { newId } from '#core/support/ids'
import type { CreatePayment, CreateRefund } from '#payments/gateways/gateway'

export function paymentIn(over: Partial<CreatePayment> = {}): CreatePayment {
  const paymentId = newId('payment')
  return {
    key: paymentId,
    paymentId,
    amount: 1000,
    currency: 'USD',
    description: 'Order R1001',
    returnUrl: 'https://shop.test/paid',
    cancelUrl: 'https://shop.test/cart',
    ...over,
  }
}

export function refundIn(gatewayPaymentId: string, amount: number, currency = 'USD'): CreateRefund {
  const refundId = newId('refund')
  return { key: refundId, refundId, gatewayPaymentId, amount, currency }
}

/** @returns the error, which must be of this class */
export async function rejects<Kind extends Error>(
  assert: Assert,
  work: () => Promise<unknown>,
  kind: new (...input: any[]) => Kind
): Promise<Kind> {
  const outcome = await work().catch((error: unknown) => error)
  assert.instanceOf(outcome, kind)
  return outcome as Kind
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

/** Every order of some items. */
export function orderOf<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item, index) =>
    orderOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest])
  )
}
