import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'

/** How many lines a client's cart has, and how many pieces they add up to; one query. */
export default class CountCart {
  async execute(actor: Actor): Promise<{ lines: number; quantity: number }> {
    const [row] = await db
      .from('carts')
      .join('cart_lines', 'cart_lines.cart_id', 'carts.id')
      .where('carts.open_for', actor.id)
      .count('* as lines')
      .sum('cart_lines.quantity as quantity')
    return { lines: Number(row.lines), quantity: Number(row.quantity ?? 0) }
  }
}
