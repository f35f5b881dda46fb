import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'
import { moneyText } from '../../output/values.ts'
import { PERMISSION, REQUEST_PATH } from './shared.ts'
import type { WriteInput } from '../../define/write.ts'
import type { Row } from '../../output/columns.ts'
import type { Money } from '../../output/values.ts'

export default defineWrite({
  name: 'approve',
  summary: 'give back what a client asked for, or less; both sides are told the reason',
  permission: PERMISSION,
  method: 'PUT',
  path: REQUEST_PATH,
  noun: 'request',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  options: [
    { flags: '--amount <decimal>', description: 'less than was asked for', parse: parseAmount },
    { flags: '--currency <code>', description: 'of --amount: that of the order' },
  ],
  body: ({ reason, options }) => {
    const { amount, currency } = options
    if (currency && !amount) throw new UsageError('--currency goes with --amount')
    return { decision: 'approve', ...(amount ? moneyOf(String(amount), currency) : {}), reason }
  },
  stake: {
    path: REQUEST_PATH,
    amount: amountOf,
    question: (input, request) =>
      `Give client ${request.clientId} back ${moneyText(amountOf(input, request))} of order ${request.orderNumber}, which asked for ${moneyText(request.amount as Money)}`,
  },
  outcome: 'approved',
  label: 'status',
  moreFields: ['status', 'amount', 'refundId'],
  examples: [
    { what: 'all of it', line: 'souk refund approve rfr_01jd3x --reason "no answer for a week"' },
    {
      what: 'some of it',
      line: 'souk refund approve rfr_01jd3x --amount 20 --currency EUR --reason "half of it broke"',
    },
  ],
})

function amountOf({ options }: WriteInput, request: Row): Money {
  const asked = request.amount as Money
  if (typeof options.amount !== 'string') return asked
  return moneyOf(options.amount, options.currency ?? asked.currency)
}
