import { defineWrite } from '../../define/write.ts'
import { WRITE } from './shared.ts'

export default defineWrite({
  name: 'cancel',
  summary: 'cancel orders that have not left yet; what was paid is paid back',
  permission: WRITE,
  method: 'PUT',
  path: '/orders/:id/status',
  noun: 'order',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  options: [{ flags: '--part <id>', description: 'only this part; all of them when absent' }],
  body: ({ reason, options }) => ({ status: 'cancelled', partnerOrderId: options.part, reason }),
  outcome: 'cancelled',
  label: 'number',
  moreFields: ['number', 'status', 'partnerOrders'],
  examples: [
    { what: 'all of it', line: 'souk order cancel ord_01jd3x --reason "ordered twice"' },
    {
      what: 'what one partner cannot send',
      line: 'souk order cancel ord_01jd3x --part por_01jd3x --reason "sold out" --yes',
    },
  ],
})
