import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'
import { PERMISSION, REQUEST_PATH } from './shared.ts'

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
