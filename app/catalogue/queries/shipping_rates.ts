import { marksFor, rowsOf, type Client } from '#core/database/statements'
import type { Transaction } from '#core/database/write'

type Reader = Pick<Transaction, 'from'>

/** A partner's rate as it is listed: with the region it is for. */
export interface ShippingRateRow {
  partner_id: string
  region_id: string
  region_name: string
  amount: number
  free_above: number | null
  currency: string
  updated_at: number
}

/** What sending costs, in minor units of the region's currency. */
export interface ShippingRate {
  amount: number
  /** no charge from this much goods of the partner on */
  freeAbove: number | null
}

/** A partner's rates by the name of the region; there are at most as many as regions. One query. */
export function shippingRateRows(reader: Reader, partnerId: string): Promise<ShippingRateRow[]> {
  return reader
    .from('shipping_rates')
    .join('regions', 'regions.id', 'shipping_rates.region_id')
    .where('shipping_rates.partner_id', partnerId)
    .orderBy('regions.name')
    .select('shipping_rates.*', 'regions.name as region_name')
}

/**
 * What these partners take for sending into a region, by partner; who is missing has said nothing.
 * A rate from before the region changed its currency does not count. One query.
 */
export async function shippingRatesOf(
  client: Client,
  partnerIds: string[],
  regionId: string
): Promise<Map<string, ShippingRate>> {
  if (partnerIds.length === 0) return new Map()
  const rows = await rowsOf<ShippingRateRow>(
    client,
    `SELECT shipping_rates.* FROM shipping_rates JOIN regions ON regions.id = region_id
       WHERE partner_id IN (${marksFor(partnerIds)}) AND region_id = ?
         AND shipping_rates.currency = regions.currency`,
    ...partnerIds,
    regionId
  )
  return new Map(rows.map((row) => [row.partner_id, rateOf(row)]))
}

function rateOf({ amount, free_above: freeAbove }: ShippingRateRow): ShippingRate {
  return { amount: Number(amount), freeAbove: freeAbove === null ? null : Number(freeAbove) }
}
