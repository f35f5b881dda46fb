import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { decimalOf, moneyOf, parseAmount } from '../../money.ts'
import { parsePieces } from '../../pieces.ts'
import { PERMISSION, moreRefundFields } from './shared.ts'
import { moneyText } from '../../output/values.ts'
import type { Pieces } from '../../pieces.ts'
import type { WriteInput } from '../../define/write.ts'
import type { Row } from '../../output/columns.ts'
import type { Money } from '../../output/values.ts'

export default defineWrite({
  name: 'create',
  summary: 'give back all or part of what was paid for orders',
  permission: PERMISSION,
  method: 'POST',
  path: '/orders/:id/refund',
  noun: 'order',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  needsOption: true,
  options: [
    { flags: '--full', description: 'everything that is left, shipping included' },
    {
      flags: '--amount <decimal>',
      description: 'this much: 40.00, or "40.00 EUR"',
      parse: parseAmount,
    },
    {
      flags: '--currency <code>',
      description: 'of --amount, when it names none: that of the order',
    },
    {
      flags: '--lines <pieces>',
      description: 'pieces of lines: oln_1:2,oln_2:1',
      parse: parsePieces,
    },
    { flags: '--restock', description: 'with --lines: they came back and go on the shelf' },
  ],
  body: ({ reason, options }) => {
    const { full, amount, lines, currency, restock } = options
    const given = [full, amount, lines].filter((one) => one !== undefined)
    if (given.length !== 1) throw new UsageError('give one of --full, --amount and --lines')
    if (restock && !lines) throw new UsageError('--restock goes with --lines')
    const money = amount === undefined ? {} : moneyOf(String(amount), currency)
    return { ...money, lines: linesOf(lines), restock, reason }
  },
  expected: ({ options }) =>
    typeof options.amount === 'string' ? { value: options.amount, name: 'amount' } : undefined,
  stake: {
    path: '/orders/:id',
    amount: amountOf,
    question: (input, order) => {
      const amount = amountOf(input, order)
      const [total, refunded] = [order.total as Money, order.refunded as Money]
      return `Refund ${amount ? partOf(amount, total) : 'pieces of lines'} of ${moneyText(total)} to client ${order.clientId}. ${moneyText(refunded)} refunded so far`
    },
  },
  outcome: 'refunded',
  makes: 'id',
  label: 'amount',
  receipt: {
    status: 'status',
    words: { pending: 'pending at gateway' },
    next: 'souk refund show :id',
  },
  moreFields: moreRefundFields,
  examples: [
    {
      what: 'some of it',
      line: 'souk refund create ord_01jd3x --amount "40.00 EUR" --reason "a scratch"',
    },
    {
      what: 'two pieces',
      line: 'souk refund create ord_01jd3x --lines oln_01jd3x:2 --reason "broke"',
    },
    {
      what: 'one that came back whole',
      line: 'souk refund create ord_01jd3x --lines oln_01jd3x:1 --restock --reason "wrong size"',
    },
    {
      what: 'everything, in a script',
      line: 'souk refund create ord_01jd3x --full --reason "never came" --confirm ord_01jd3x --json',
    },
  ],
})

function linesOf(lines: unknown) {
  const pieces = lines as Pieces[] | undefined
  return pieces?.map(({ id, quantity }) => ({ lineId: id, quantity }))
}

/** What goes back; what pieces of lines come to is for the server to say. */
function amountOf({ options }: WriteInput, order: Row): Money | undefined {
  const [total, refunded] = [order.total as Money, order.refunded as Money]
  if (typeof options.amount === 'string')
    return moneyOf(options.amount, options.currency ?? total.currency)
  if (!options.full) return undefined
  return { amount: total.amount - refunded.amount, currency: total.currency }
}

/** `40.00` of something in the same currency, else `40.00 USD`. */
function partOf(amount: Money, whole: Money): string {
  const text = moneyText(amount)
  return amount.currency === whole.currency ? decimalOf(text) : text
}
