import { defineWrite } from '../../define/write.ts'
import { WRITE } from './shared.ts'

export default defineWrite({
  name: 'status',
  summary: 'take orders one step further, as far as the states allow; clients are told',
  permission: WRITE,
  method: 'PUT',
  path: '/orders/:id/status',
  noun: 'order',
  level: 2,
  reasonInBody: true,
  options: [
    {
      flags: '--to <status>',
      description: 'the step; a part that cannot take it refuses all',
      choices: ['accepted', 'processing', 'shipped', 'delivered'],
      required: true,
    },
    { flags: '--part <id>', description: 'only this part; all of them when absent' },
    { flags: '--tracking <text>', description: 'with shipped: where the parcel can be followed' },
  ],
  body: ({ reason, options }) => ({
    status: options.to,
    partnerOrderId: options.part,
    tracking: options.tracking,
    reason,
  }),
  question: ({ options }, what) => `Take ${what} to ${options.to}`,
  outcome: 'moved',
  label: 'status',
  moreFields: ['number', 'status', 'partnerOrders'],
  examples: [
    {
      what: 'for a partner who is ill',
      line: 'souk order status ord_01jd3x --to accepted --part por_01jd3x --yes',
    },
    {
      what: 'all of it has left',
      line: 'souk order status ord_01jd3x --to shipped --tracking RR123 --yes',
    },
  ],
})
