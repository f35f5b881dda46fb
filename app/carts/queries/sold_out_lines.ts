import { rowsOf, type Client } from '#core/database/statements'

/**
 * Variants in a client's open cart of which there is less than the cart holds, right now and without
 * a lock: good enough to refuse a crowd at once, not to sell anything.
 */
export async function soldOutLines(client: Client, clientId: string): Promise<string[]> {
  const rows = await rowsOf<{ variant_id: string }>(
    client,
    `SELECT cart_lines.variant_id FROM carts
       JOIN cart_lines ON cart_lines.cart_id = carts.id
       JOIN variants ON variants.id = cart_lines.variant_id
       JOIN listings ON listings.id = variants.listing_id
       WHERE carts.open_for = ? AND listings.is_public = 1 AND variants.is_active = 1
         AND variants.tracks_stock = 1 AND variants.on_hand - variants.reserved < cart_lines.quantity
       ORDER BY cart_lines.id`,
    clientId
  )
  return rows.map((row) => row.variant_id)
}
