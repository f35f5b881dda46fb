/*
 * What must be true of the tables once everything is quiet, whatever was killed when: each query
 * returns the rows that break a promise.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { souk } from '../processes.js'
import { check, type Marketplace } from '../supervisor.js'
import { checkHistory } from './history.js'

const BOOKED = `('payment_captured', 'link_captured', 'payment_unfulfillable')`

const PROMISES: Record<string, string> = {
  'every paid order is booked once': `
    SELECT orders.id FROM orders
    LEFT JOIN payments ON payments.order_id = orders.id
    LEFT JOIN ledger_transactions booked ON booked.ref_id = payments.id
      AND booked.ref_type = 'payment' AND booked.kind = 'payment_captured'
    WHERE orders.paid_at IS NOT NULL
    GROUP BY orders.id HAVING COUNT(booked.id) <> 1`,
  'every payment in the books was captured at the gateway': `
    SELECT booked.id FROM ledger_transactions booked
    LEFT JOIN payments ON payments.id = booked.ref_id
    LEFT JOIN sandbox_objects object ON object.id = payments.gateway_payment_id
      AND object.kind = 'payment' AND object.status = 'captured'
      AND object.amount = payments.captured_amount
    WHERE booked.kind IN ${BOOKED} AND object.id IS NULL`,
  'every payment that the gateway captured is booked once': `
    SELECT object.id FROM sandbox_objects object
    LEFT JOIN ledger_transactions booked ON booked.ref_id = object.our_id
      AND booked.ref_type = 'payment' AND booked.kind IN ${BOOKED}
    WHERE object.kind = 'payment' AND object.status = 'captured'
    GROUP BY object.id HAVING COUNT(booked.id) <> 1`,
  'every payment that came for nothing goes back': `
    SELECT booked.id FROM ledger_transactions booked
    LEFT JOIN refunds ON refunds.payment_id = booked.ref_id AND refunds.cause_key LIKE 'late:%'
    WHERE booked.kind = 'payment_unfulfillable' AND refunds.id IS NULL`,
  'nothing is left in the middle': `
    SELECT id FROM orders WHERE status = 'awaiting_payment'
    UNION ALL SELECT id FROM payments WHERE status IN ('created', 'pending', 'authorised')
    UNION ALL SELECT id FROM refunds WHERE status IN ('requested', 'pending')
    UNION ALL SELECT id FROM withdrawals WHERE status IN ('approved', 'processing')
    UNION ALL SELECT id FROM webhook_events WHERE state NOT IN ('done', 'ignored')
    UNION ALL SELECT id FROM outbox WHERE state NOT IN ('pending', 'done')`,
  'what is on the shelf is what came minus what left': `
    SELECT variants.id FROM variants
    LEFT JOIN stock_moves moves ON moves.variant_id = variants.id
    GROUP BY variants.id, variants.on_hand HAVING variants.on_hand <> COALESCE(SUM(moves.quantity), 0)`,
  'what left the shelf was sold': `
    SELECT variants.id FROM variants
    WHERE (SELECT COALESCE(SUM(quantity), 0) FROM stock_moves moves
           WHERE moves.variant_id = variants.id AND moves.kind = 'sale')
       + (SELECT COALESCE(SUM(quantity), 0) FROM stock_reservations reservation
          WHERE reservation.variant_id = variants.id AND reservation.state = 'shipped') <> 0`,
  'what is reserved is what orders wait for': `
    SELECT variants.id FROM variants
    LEFT JOIN stock_reservations reservation ON reservation.variant_id = variants.id
      AND reservation.state IN ('held', 'committed')
    GROUP BY variants.id, variants.reserved
    HAVING variants.reserved <> COALESCE(SUM(reservation.quantity), 0)`,
  'every living part has its stock': `
    SELECT line.id FROM order_lines line
    JOIN partner_orders part ON part.id = line.partner_order_id AND part.status <> 'cancelled'
    LEFT JOIN stock_reservations reservation ON reservation.order_id = line.order_id
      AND reservation.variant_id = line.variant_id
      AND reservation.state IN ('held', 'committed', 'shipped')
    WHERE line.variant_id IS NOT NULL AND line.quantity > line.refunded_quantity
      AND COALESCE(reservation.quantity, 0) <> line.quantity - line.refunded_quantity`,
  'no dead part keeps stock': `
    SELECT reservation.order_id FROM stock_reservations reservation
    JOIN order_lines line ON line.order_id = reservation.order_id
      AND line.variant_id = reservation.variant_id
    JOIN partner_orders part ON part.id = line.partner_order_id
    WHERE part.status = 'cancelled' AND reservation.quantity > 0
      AND reservation.state IN ('held', 'committed')`,
  'coupons count their uses, within their limits': `
    SELECT coupons.id FROM coupons
    LEFT JOIN coupon_redemptions redemption ON redemption.coupon_id = coupons.id
      AND redemption.state = 'redeemed'
    GROUP BY coupons.id, coupons.used, coupons.max_uses
    HAVING coupons.used <> COUNT(redemption.order_id) OR coupons.used > coupons.max_uses`,
  'every use of a coupon is an order that has it, and a living part': `
    SELECT redemption.order_id FROM coupon_redemptions redemption
    LEFT JOIN orders ON orders.id = redemption.order_id AND orders.coupon_id = redemption.coupon_id
    WHERE orders.id IS NULL OR (redemption.state = 'redeemed') <> EXISTS (
      SELECT 1 FROM partner_orders part WHERE part.order_id = orders.id AND part.status <> 'cancelled')`,
  'every order is the sum of its parts': `
    SELECT orders.id FROM orders
    LEFT JOIN partner_orders part ON part.order_id = orders.id
    GROUP BY orders.id, orders.total_amount, orders.refunded_amount
    HAVING COUNT(part.id) = 0 OR SUM(part.total_amount) <> orders.total_amount
      OR SUM(part.refunded_amount) <> orders.refunded_amount`,
  'every part is the sum of its lines': `
    SELECT part.id FROM partner_orders part
    LEFT JOIN order_lines line ON line.partner_order_id = part.id AND line.order_id = part.order_id
    GROUP BY part.id, part.goods_amount, part.discount_amount
    HAVING COUNT(line.id) = 0 OR SUM(line.goods_amount) <> part.goods_amount
      OR SUM(line.discount_amount) <> part.discount_amount`,
  'every transaction of the books adds up to nothing': `
    SELECT transaction_id AS id FROM ledger_entries GROUP BY transaction_id HAVING SUM(amount) <> 0`,
  'every balance is the sum of its entries': `
    SELECT account.id FROM ledger_accounts account
    LEFT JOIN ledger_entries entry ON entry.account_id = account.id
    GROUP BY account.id, account.balance HAVING account.balance <> COALESCE(SUM(entry.amount), 0)`,
  'what partners wait for is what unsettled parts earn': `
    SELECT account.owner_id AS id FROM ledger_accounts account
    WHERE account.kind = 'partner_pending' AND account.balance <> (
      SELECT COALESCE(SUM(part.earning_amount - part.earning_refunded), 0) FROM partner_orders part
      JOIN orders ON orders.id = part.order_id
      WHERE part.partner_id = account.owner_id AND part.currency = account.currency
        AND orders.paid_at IS NOT NULL AND part.status NOT IN ('completed', 'cancelled'))`,
  'nothing is on its way any more': `
    SELECT id FROM ledger_accounts
    WHERE kind IN ('refund_in_flight', 'payout_in_flight', 'withdrawal_hold') AND balance <> 0`,
  'the gateway did each refund once': `
    SELECT refunds.id FROM refunds
    LEFT JOIN sandbox_objects object ON object.our_id = refunds.id AND object.kind = 'refund'
      AND object.amount = refunds.amount AND object.status = refunds.status
    GROUP BY refunds.id HAVING COUNT(object.id) <> 1`,
  'the gateway did each payout once': `
    SELECT withdrawals.id FROM withdrawals
    LEFT JOIN sandbox_objects object ON object.our_id = withdrawals.id AND object.kind = 'payout'
      AND object.amount = withdrawals.amount AND object.status = withdrawals.status
    WHERE withdrawals.status <> 'requested'
    GROUP BY withdrawals.id HAVING COUNT(object.id) <> 1`,
  'the gateway did nothing else': `
    SELECT object.id FROM sandbox_objects object
    LEFT JOIN refunds ON refunds.gateway_refund_id = object.id AND refunds.id = object.our_id
    LEFT JOIN withdrawals ON withdrawals.payout_reference = object.id
      AND withdrawals.id = object.our_id
    LEFT JOIN payments ON payments.gateway_payment_id = object.id AND payments.id = object.our_id
    WHERE refunds.id IS NULL AND withdrawals.id IS NULL AND payments.id IS NULL`,
  'the gateway gave back what the books say': `
    SELECT payments.id FROM payments
    JOIN sandbox_objects object ON object.id = payments.gateway_payment_id
    WHERE payments.refunded_amount <> object.refunded_amount`,
}

/** Asks for every promise, and for the report of the product itself. */
export async function checkBooks(market: Marketplace) {
  for (const [promise, sql] of Object.entries(PROMISES)) {
    const broken = await market.database.rows(sql)
    const examples = broken.slice(0, 3).map((row) => Object.values(row)[0])
    check(promise, broken.length === 0, broken.length ? `${broken.length}: ${examples.join()}` : '')
  }
  await checkHistory(market)
  await checkReport(market)
}

/** `node ace integrity:check`, which recomputes the books in its own way. */
async function checkReport({ env, folder }: Marketplace) {
  const code = await souk.ace('integrity', ['integrity:check'], env, folder).start().ended()
  const lines = readFileSync(join(folder, 'integrity.log'), 'utf8').trim().split('\n')
  const wrong = lines.filter((line) => line.includes(' wrong'))
  const figures = [...wrong, lines.at(-1)].join(', ')
  check('the integrity report is all zero', code === 0 && wrong.length === 0, figures)
}
