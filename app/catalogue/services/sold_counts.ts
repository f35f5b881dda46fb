import type { Transaction } from '#core/database/write'

/** Counts what was sold of listings; they are taken in the order of their ids. */
export async function countSold(trx: Transaction, sold: { listingId: string; quantity: number }[]) {
  const byListing = Map.groupBy(sold, ({ listingId }) => listingId)
  for (const [listingId, lines] of [...byListing].sort(([one], [other]) =>
    one < other ? -1 : 1
  )) {
    const quantity = lines.reduce((total, line) => total + line.quantity, 0)
    await trx
      .from('listings')
      .where('id', listingId)
      .update({ sold_count: trx.raw('sold_count + ?', [quantity]) })
  }
}
