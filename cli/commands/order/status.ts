import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'status',
  summary: 'move orders on by one step, all parts or one',
  permission: 'orders.write',
  method: 'PUT',
  path: '/orders/:id/status',
  noun: 'order',
  level: 2,
  reasonInBody: true,
  options: [
    {
      flags: '--to <status>',
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
    reason,
  }),
  outcome: 'moved',
  label: 'status',
  moreFields: ['status', 'number', 'partnerOrders'],
  examples: [
    { what: 'all parts', line: 'souk order status ord_01jd3x --to accepted --yes' },
    {
      what: 'one part, on its way',
      line: 'souk order status ord_01jd3x --to shipped --part por_01jd3x --tracking "DHL 123" --yes',
    },
  ],
})
