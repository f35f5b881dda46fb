import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'

export default defineWrite({
  name: 'resolve',
  summary: 'decide between client and partner; both are told the reason',
  permission: 'orders.write',
  method: 'PUT',
  path: '/admin/disputes/:id',
  noun: 'dispute',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  options: [
    {
      flags: '--resolution <verdict>',
      description: 'all of the part goes back, --amount of it, or nothing',
      choices: ['refund', 'partial', 'reject'],
      required: true,
    },
    {
      flags: '--amount <decimal>',
      description: 'with partial: 20, or "20.00 EUR"',
      parse: parseAmount,
    },
    {
      flags: '--currency <code>',
      description: 'of --amount, when it names none: that of the order',
    },
  ],
  body: ({ reason, options }) => {
    const { resolution, amount, currency } = options
    if ((resolution === 'partial') !== (amount !== undefined))
      throw new UsageError('--amount goes with --resolution partial, and with nothing else')
    return { resolution, ...(amount ? moneyOf(String(amount), currency) : {}), reason }
  },
  outcome: 'resolved',
  label: 'status',
  receipt: { next: 'souk dispute show :id' },
  moreFields: ['status', 'refundId'],
  examples: [
    {
      what: 'for the client',
      line: 'souk dispute resolve dsp_01jd3x --resolution refund --reason "never delivered"',
    },
    {
      what: 'half and half',
      line: 'souk dispute resolve dsp_01jd3x --resolution partial --amount "20.00 EUR" --reason "half of it broke"',
    },
  ],
})
