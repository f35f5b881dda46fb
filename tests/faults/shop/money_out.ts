/*
 * Refunds, deliveries and withdrawals, asked for several times at once, while processes die.
 */
import { MISHAPS } from '#payments/gateways/sandbox_mishaps'
import { Kills } from '../kills.js'
import { check } from '../supervisor.js'
import type { Customer } from './customer.js'
import { deliverAll, partsOf } from './deliveries.js'
import { count, customerOf, SIZE, withinMinutes, type Shop } from './open_shop.js'
import { withdrawAll } from './payouts.js'
import { refundAll, type PaidOrder } from './refunds.js'

/** refunds and payouts that the sandbox has done without a word */
const ANSWERS_LOST = `
  SELECT COUNT(*) AS n FROM sandbox_objects
  WHERE kind <> 'payment' AND amount % 10000 = ${MISHAPS.answersNothing}`
const KILLS = Math.ceil(SIZE.kills / 2)

/** The first half of the orders is refunded; the second is delivered, and its earnings taken out. */
export async function movingMoneyOut(shop: Shop, paid: PaidOrder[]) {
  const half = Math.ceil(paid.length / 2)
  const staff = shop.opening.admins.map((person) => customerOf(shop, person))
  const { partners: sellers, payees } = shop.opening
  const partners = new Map(
    [...sellers, ...payees].map((partner) => [partner.partnerId, customerOf(shop, partner)])
  )
  await refundingAndDelivering(shop, paid.slice(0, half), paid.slice(half), { staff, partners })
  const delivered = `SELECT COUNT(*) AS n FROM partner_orders WHERE status = 'delivered'`
  const isComplete = async () => (await count(shop, delivered)) === 0
  const minutes = await withinMinutes(shop, isComplete)
  check('delivered parts are completed', await isComplete(), `within ${minutes} minutes`)
  await withdrawing(shop, { staff, partners })
  const lost = await count(shop, ANSWERS_LOST)
  check('some answers of the gateway were lost on the way', lost > 0, `${lost}`)
}

interface People {
  staff: Customer[]
  partners: Map<string, Customer>
}

async function refundingAndDelivering(
  { market, victims, clock }: Shop,
  toRefund: PaidOrder[],
  toDeliver: PaidOrder[],
  { staff, partners }: People
) {
  const parts = await partsOf(
    market,
    toDeliver.map(({ orderId }) => orderId)
  )
  const kills = new Kills(victims, KILLS, toRefund.length + parts.length, clock)
  const done = { refunds: 0, parts: 0 }
  const reached = (kind: keyof typeof done) => (steps: number) => {
    done[kind] = steps
    kills.reached(done.refunds + done.parts)
  }
  const [{ answers, tooMuch }, oddities] = await Promise.all([
    refundAll(toRefund, staff, reached('refunds')),
    deliverAll(parts, partners, reached('parts')),
  ])
  const killed = await kills.ended()
  checkRefunds(answers, tooMuch)
  const figures = [`${parts.length} parts, ${killed} kills`, ...oddities].join(', ')
  check('every part is shipped and delivered', oddities.length === 0, figures)
}

async function withdrawing(shop: Shop, { staff, partners }: People) {
  const balances = await shop.market.database.rows(
    `SELECT owner_id, balance FROM ledger_accounts WHERE kind = 'partner_available' AND balance > 0`
  )
  const rich = balances.map((row) => ({
    customer: partners.get(row.owner_id)!,
    available: Number(row.balance),
  }))
  const kills = new Kills(shop.victims, Math.ceil(KILLS / 2), 2 * rich.length, shop.clock)
  const { withdrawalIds, oddities } = await withdrawAll(rich, staff, (steps) =>
    kills.reached(steps)
  )
  const killed = await kills.ended()
  const isOnce = oddities.length === 0 && withdrawalIds.length === rich.length
  const figures = [`${withdrawalIds.length} of ${rich.length}, ${killed} kills`, ...oddities]
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
