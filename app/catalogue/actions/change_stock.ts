import { recordAudit } from '#audit/record'
import { StockNotKept, StockStale, StockTooLow } from '#catalogue/errors'
import { isModerator, lockListingOfVariant } from '#catalogue/services/own_listing'
import { forgetAnswersAfter } from '#catalogue/services/public_answers'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

interface StockChange {
  actor: Actor
  variantId: string
  /** so many more or, below zero, fewer */
  delta?: number
  /** so many from now on, if nothing has changed since `version` was read */
  onHand?: number
  version?: number
  reason?: string
}

interface Stock {
  onHand: number
  reserved: number
  version: number
}

/** Says how many there are. Each change leaves a row in `stock_moves`: their sum is what is on hand. */
export default class ChangeStock {
  /**
   * @throws NotFound
   * @throws StockStale (409) when the version is not the one of now
   * @throws StockTooLow (409) when less would be on hand than is promised to orders
   * @throws StockNotKept (409)
   */
  async execute({ actor, variantId, ...change }: StockChange): Promise<void> {
    await write(async (trx) => {
      const listing = await lockListingOfVariant(trx, actor, variantId)
      const before = await stockOf(trx, variantId)
      const moved = await changeStock(trx, variantId, before, change)
      const reason = change.reason ?? null
      if (moved !== 0)
        await trx.insertQuery().table('stock_moves').insert({
          variant_id: variantId,
          quantity: moved,
          kind: 'adjustment',
          actor_id: actor.id,
          reason,
          created_at: clock.now(),
        })
      forgetAnswersAfter(trx)
      if (isModerator(actor))
        await recordAudit(trx, {
          actor,
          action: 'listing.stock_changed',
          subject: { type: listing.kind, id: listing.id },
          personId: listing.seller.userId,
          after: { variantId, moved },
          reason,
        })
    })
  }
}

/** @returns by how much; orders take stock meanwhile, so the condition stands in the statement */
async function changeStock(
  trx: Transaction,
  variantId: string,
  before: Stock,
  { delta, onHand, version }: Pick<StockChange, 'delta' | 'onHand' | 'version'>
): Promise<number> {
  const variant = trx.from('variants').where({ id: variantId, is_active: true })
  const next = { version: trx.raw('version + 1'), updated_at: clock.now() }
  if (onHand === undefined) {
    const enough = variant.whereRaw('on_hand + ? >= reserved', [delta!])
    if (await changedOne(enough, { ...next, on_hand: trx.raw('on_hand + ?', [delta!]) }))
      return delta!
    throw new StockTooLow(await stockOf(trx, variantId))
  }
  const unchanged = variant
    .where({ version: version!, on_hand: before.onHand })
    .where('reserved', '<=', onHand)
  if (await changedOne(unchanged, { ...next, on_hand: onHand })) return onHand - before.onHand
  const now = await stockOf(trx, variantId)
  throw now.version === version ? new StockTooLow(now) : new StockStale(now)
}

async function stockOf(trx: Transaction, variantId: string): Promise<Stock> {
  const row = await trx.from('variants').where({ id: variantId }).firstOrFail()
  if (Number(row.tracks_stock) !== 1) throw new StockNotKept()
  return {
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
    version: Number(row.version),
  }
}
