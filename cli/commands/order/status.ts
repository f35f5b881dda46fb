import { defineWrite } from '../../define/write.ts'
<<<<<<< HEAD

export default defineWrite({
  name: 'status',
  summary: 'move orders on by one step, all parts or one',
  permission: 'orders.write',
=======
import { WRITE } from './shared.ts'

export default defineWrite({
  name: 'status',
  summary: 'take orders one step further, as far as the states allow; clients are told',
  permission: WRITE,
>>>>>>> cli2
  method: 'PUT',
  path: '/orders/:id/status',
  noun: 'order',
  level: 2,
  reasonInBody: true,
  options: [
    {
      flags: '--to <status>',
<<<<<<< HEAD
      description: 'the next step',
      choices: ['accepted', 'processing', 'shipped', 'delivered'],
      required: true,
    },
    { flags: '--part <id>', description: 'only this part of it' },
    { flags: '--tracking <text>', description: 'where the parcel is' },
  ],
  body: ({ reason, options: { to, part, tracking } }) => ({
    status: to,
    partnerOrderId: part,
    tracking,
=======
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
>>>>>>> cli2
    reason,
  }),
  outcome: 'moved',
  label: 'status',
<<<<<<< HEAD
  moreFields: ['status', 'number', 'partnerOrders'],
  examples: [
    { what: 'all parts', line: 'souk order status ord_01jd3x --to accepted --yes' },
    {
      what: 'one part, on its way',
      line: 'souk order status ord_01jd3x --to shipped --part por_01jd3x --tracking "DHL 123" --yes',
=======
  moreFields: ['number', 'status', 'partnerOrders'],
  examples: [
    {
      what: 'for a partner who is ill',
      line: 'souk order status ord_01jd3x --to accepted --part por_01jd3x --yes',
    },
    {
      what: 'all of it has left',
      line: 'souk order status ord_01jd3x --to shipped --tracking RR123 --yes',
>>>>>>> cli2
    },
  ],
})
