import type { Transaction } from '#core/database/write'

export interface CartRow {
  id: string
  client_id: string
  state: 'open' | 'ordered'
  coupon_id: string | null
  version: number
}

/** A client's open cart, if there is one: a client has one at most. */
export async function openCart(
  client: Pick<Transaction, 'from'>,
  clientId: string
): Promise<CartRow | null> {
  return client.from('carts').where('open_for', clientId).first()
}
