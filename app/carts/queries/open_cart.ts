import { rowOf, type Client } from '#core/database/statements'

export interface CartRow {
  id: string
  client_id: string
  state: 'open' | 'ordered'
  coupon_id: string | null
  version: number
}

/** A client's open cart, if there is one: a client has one at most. */
export function openCart(client: Client, clientId: string): Promise<CartRow | undefined> {
  const sql = 'SELECT id, client_id, state, coupon_id, version FROM carts WHERE open_for = ?'
  return rowOf<CartRow>(client, sql, clientId)
}
