import type { BasketItem } from '#carts/queries/read_basket'

/** What a client should know about a line before buying. Amounts in minor units. */
export type CartChange =
  | { itemId: string; kind: 'price'; was: number; is: number; currency: string }
  | { itemId: string; kind: 'stock'; wanted: number; available: number }
  | { itemId: string; kind: 'gone' }

/**
 * What changed since the client saw each line last.
 *
 * @param restricted items that are not sold in the client's region
 */
export function changesOf(
  items: BasketItem[],
  currency: string,
  restricted: Set<string>
): CartChange[] {
  return items.flatMap((item): CartChange[] => {
    const { itemId, seenAmount, seenCurrency, quantity, available } = item
    const price = item.prices.get(currency)
    if (!item.isOnOffer || price === undefined || restricted.has(itemId))
      return [{ itemId, kind: 'gone' }]
    const changes: CartChange[] = []
    if (seenCurrency === currency && price !== seenAmount)
      changes.push({ itemId, kind: 'price', was: seenAmount, is: price, currency })
    if (available !== null && available < quantity)
      changes.push({ itemId, kind: 'stock', wanted: quantity, available: Math.max(0, available) })
    return changes
  })
}
