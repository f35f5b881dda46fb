import { formatMoney, money } from '#core/support/money'
import type { LineRow } from '#orders/queries/order_parts'

/** One line of text for each line of an order. */
export function linesInWords(lines: LineRow[], currency: string): string {
  return lines
    .map(
      ({ quantity, title, goods_amount: goods }) =>
        `${quantity} x ${title}: ${formatMoney(money(goods, currency))}`
    )
    .join('\n')
}
