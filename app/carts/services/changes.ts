import type { BasketItem } from '#carts/queries/read_basket'
import { MAX_AMOUNT, type Money } from '#core/support/money'

/** What a client should know about a line before buying. Amounts in minor units. */
export type CartChange =
  | { itemId: string; kind: 'price'; was: Money; is: Money }
  | { itemId: string; kind: 'stock'; wanted: number; available: number }
  | { itemId: string; kind: 'gone' }
  | { itemId: string; kind: 'too_much' }

/** Lines with such a change have no price, and are in no total. */
export const isUnpriced = ({ kind }: CartChange) => kind === 'gone' || kind === 'too_much'

/**
 * What changed since the client saw each line last. A line that takes the goods above the most that
 * one order may come to is too much, whatever was seen: its amount might not even be exact.
 *
 * @param restricted items that are not sold in the client's region
 */
export function changesOf(
  items: BasketItem[],
  currency: string,
  restricted: Set<string>
): CartChange[] {
  let goods = 0
  return items.flatMap((item): CartChange[] => {
    const { itemId, seenAmount, seenCurrency, quantity, available } = item
    const price = item.prices.get(currency)
    if (!item.isOnOffer || price === undefined || restricted.has(itemId))
      return [{ itemId, kind: 'gone' }]
    if (goods + price * quantity > MAX_AMOUNT) return [{ itemId, kind: 'too_much' }]
    goods += price * quantity
    const changes: CartChange[] = []
    const was = { amount: seenAmount, currency: seenCurrency }
    if (seenCurrency !== currency || price !== seenAmount)
      changes.push({ itemId, kind: 'price', was, is: { amount: price, currency } })
    if (available !== null && available < quantity)
      changes.push({ itemId, kind: 'stock', wanted: quantity, available: Math.max(0, available) })
    return changes
  })
}
