import { rowOf } from '#core/database/statements'
import { NotFound } from '#core/errors'
import type { Reader } from '#orders/queries/order_parts'

/** Where an order goes, kept with it as it is on the day. */
export interface DeliveryAddress {
  recipient: string
  line1: string
  line2: string | null
  city: string
  state: string | null
  postalCode: string | null
  /** ISO 3166-1 alpha-2 */
  country: string
  phone: string | null
}

/**
 * An address of a client: the one named, else the default one; null when there is none.
 *
 * @throws NotFound for one that is not the client's
 */
export async function deliveryAddress(
  client: Reader,
  clientId: string,
  addressId?: string
): Promise<DeliveryAddress | null> {
  const own = 'SELECT * FROM addresses WHERE user_id = ?'
  const row = addressId
    ? await rowOf(client, `${own} AND id = ?`, clientId, addressId)
    : await rowOf(client, `${own} AND is_default = 1`, clientId)
  if (!row && addressId) throw new NotFound()
  if (!row) return null
  return {
    recipient: row.recipient,
    line1: row.line_1,
    line2: row.line_2,
    city: row.city,
    state: row.state,
    postalCode: row.postal_code,
    country: row.country,
    phone: row.phone,
  }
}
