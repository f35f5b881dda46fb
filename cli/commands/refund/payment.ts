import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'
import { moneyText } from '../../output/values.ts'
import { PERMISSION, moreRefundFields } from './shared.ts'
import { UsageError } from '../../errors.ts'
import type { WriteInput } from '../../define/write.ts'
import type { Row } from '../../output/columns.ts'
import type { Money } from '../../output/values.ts'

export default defineWrite({
  name: 'payment',
  summary: 'give back payments that paid no order: of a bare link, too late, or twice',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/payments/:id/refund',
  noun: 'payment',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  needsOption: true,
  options: [
    { flags: '--full', description: 'everything that is left' },
    { flags: '--amount <decimal>', description: 'this much', parse: parseAmount },
    { flags: '--currency <code>', description: 'of --amount: that of the payment' },
  ],
  body: ({ reason, options }) => {
    const { full, amount, currency } = options
    if (Boolean(full) === (amount !== undefined))
      throw new UsageError('give one of --full and --amount')
    return { ...(amount ? moneyOf(String(amount), currency) : {}), reason }
  },
  expected: ({ options }) =>
    typeof options.amount === 'string' ? { value: options.amount, name: 'amount' } : undefined,
  stake: {
    path: '/admin/payments/:id',
    amount: amountOf,
    question: (input, payment) => {
      const [total, refunded] = [payment.amount as Money, payment.refunded as Money]
      return `Give back ${moneyText(amountOf(input, payment))} of ${moneyText(total)}. ${moneyText(refunded)} given back so far`
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
    { what: 'all of it', line: 'souk refund payment pay_01jd3x --full --reason "paid twice"' },
    {
      what: 'some of it',
      line: 'souk refund payment pay_01jd3x --amount 40.00 --currency EUR --reason "a discount"',
    },
  ],
})

function amountOf({ options }: WriteInput, payment: Row): Money {
  const [total, refunded] = [payment.amount as Money, payment.refunded as Money]
  if (typeof options.amount === 'string')
    return moneyOf(options.amount, options.currency ?? total.currency)
  return { amount: total.amount - refunded.amount, currency: total.currency }
}
