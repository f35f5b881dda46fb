import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import type { Money } from '#core/support/money'
import { shippingRateRows, type ShippingRateRow } from '#catalogue/queries/shipping_rates'
import { lockOwnPartner } from '#partners/services/lock_own_partner'

export interface RateInput {
  regionId: string
  amount: Money
  freeAbove?: Money | null
}

/** Says anew what a partner takes for sending: these regions, and nothing else. */
export default class ReplaceShippingRates {
  /**
   * @throws NotFound for everybody who is no partner
   * @throws InvalidField for a region that does not exist, and money of another currency than it has
   */
  async execute({ actor, rates }: { actor: Actor; rates: RateInput[] }) {
    return write(async (trx): Promise<ShippingRateRow[]> => {
      const { id: partnerId } = await lockOwnPartner(trx, actor)
      await assertCurrencies(trx, rates)
      await trx.from('shipping_rates').where({ partner_id: partnerId }).delete()
      const now = clock.now()
      const rows = rates.map(({ regionId, amount, freeAbove }) => ({
        partner_id: partnerId,
        region_id: regionId,
        amount: amount.amount,
        free_above: freeAbove?.amount ?? null,
        currency: amount.currency,
        updated_at: now,
      }))
      if (rows.length > 0) await trx.insertQuery().table('shipping_rates').multiInsert(rows)
      return shippingRateRows(trx, partnerId)
    })
  }
}

/** The regions are locked, in the order of their ids, so that none changes before this commits. */
async function assertCurrencies(trx: Transaction, rates: RateInput[]) {
  const rows = await trx
    .from('regions')
    .whereIn(
      'id',
      rates.map(({ regionId }) => regionId)
    )
    .orderBy('id')
    .forUpdate()
    .select('id', 'currency')
  const currencies = new Map<string, string>(rows.map((row) => [row.id, row.currency]))
  rates.forEach(({ regionId, amount, freeAbove }, at) => {
    const currency = currencies.get(regionId)
    if (!currency)
      throw new InvalidField(`rates.${at}.regionId`, 'exists', 'There is no such region')
    for (const [name, money] of Object.entries({ amount, freeAbove }))
      if (money && money.currency !== currency)
        throw new InvalidField(
          `rates.${at}.${name}.currency`,
          'sameAs',
          `The currency must be the region's: ${currency}`
        )
  })
}
