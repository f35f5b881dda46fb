/*
 * Refunds and withdrawals, asked for several times at once, while processes die.
 */
import { Kills } from '../kills.js'
import { souk } from '../processes.js'
import { check } from '../supervisor.js'
import { count, customerOf, SIZE, withinMinutes, type Shop } from './open_shop.js'
import { withdrawAll } from './payouts.js'
import { refundAll, type PaidOrder } from './refunds.js'

const KILLS = Math.ceil(SIZE.kills / 2)

/** The first half of the orders is refunded; the second is delivered, and its earnings taken out. */
export async function refundingAndWithdrawing(shop: Shop, paid: PaidOrder[]) {
  const { market, opening, clock, victims } = shop
  const half = Math.ceil(paid.length / 2)
  const [toRefund, toDeliver] = [paid.slice(0, half), paid.slice(half)]
  const orderIds = JSON.stringify(toDeliver.map(({ orderId }) => orderId))
  await souk.script('shop/deliver', [orderIds], market.env, market.folder)
  const delivered = `SELECT COUNT(*) AS n FROM partner_orders WHERE status = 'delivered'`
  await withinMinutes(shop, async () => (await count(shop, delivered)) === 0)

  const balances = await market.database.rows(
    `SELECT owner_id, balance FROM ledger_accounts WHERE kind = 'partner_available'`
  )
  const available = new Map(balances.map((row) => [row.owner_id, Number(row.balance)]))
  const rich = opening.partners
    .map((partner) => ({
      customer: customerOf(shop, partner),
      available: available.get(partner.partnerId) ?? 0,
    }))
    .filter((partner) => partner.available > 0)
  const staff = opening.admins.map((person) => customerOf(shop, person))
  const kills = new Kills(victims, KILLS, toRefund.length + 2 * rich.length, clock)
  const done = { refunds: 0, withdrawals: 0 }
  const reached = (kind: keyof typeof done) => (steps: number) => {
    done[kind] = steps
    kills.reached(done.refunds + done.withdrawals)
  }
  const [refunding, withdrawing] = await Promise.all([
    refundAll(toRefund, staff, reached('refunds')),
    withdrawAll(rich, staff, reached('withdrawals')),
  ])
  const killed = await kills.ended()
  checkRefunds(refunding.answers, refunding.tooMuch)
  const { withdrawalIds, oddities } = withdrawing
  const figures = [
    `${withdrawalIds.length} of ${rich.length} partners, ${killed} kills`,
    ...oddities,
  ]
  const isOnce = oddities.length === 0 && withdrawalIds.length === rich.length
  check('one withdrawal for each partner, however often asked', isOnce, figures.join(', '))
}

/** All of it: one succeeds. Two fifths each: two succeed. */
function checkRefunds(answers: string[][], tooMuch: string[]) {
  const allowed = ['409 E_NOTHING_TO_REFUND', '409 E_REFUND_TOO_LARGE']
  const odd = answers.flat().filter((answer) => answer !== '201' && !allowed.includes(answer))
  const granted = answers.flat().filter((answer) => answer === '201').length
  const none = answers.filter((clicks) => !clicks.includes('201'))
  const figures = `${granted} refunds of ${answers.length} orders, ${answers.flat().length} clicks`
  const isRight = odd.length + none.length + tooMuch.length === 0
  check('no order gives back more than it got', isRight, [figures, ...odd, ...tooMuch].join(', '))
}
