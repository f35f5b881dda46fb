import { defineList } from '../../define/list.ts'
import { PERMISSION } from './shared.ts'

export default defineList({
  name: 'usage',
  summary: 'who used a coupon, the newest order first',
  permission: PERMISSION,
  argument: 'coupon-id',
  path: '/coupons/:id/redemptions',
  columns: [
    { key: 'order.id', title: 'order', id: true },
    { key: 'order.number', title: 'number' },
    { key: 'client.name', title: 'client' },
    { key: 'amount', title: 'off' },
    { key: 'state' },
    { key: 'createdAt', title: 'when' },
    { key: 'client.id', title: 'account', wide: true },
  ],
  examples: [
    { what: 'who used it', line: 'souk coupon usage cpn_01jd3x' },
    {
      what: 'how many of it count',
      line: 'souk coupon usage cpn_01jd3x --all --jq \'map(select(.state == "redeemed")) | length\'',
    },
  ],
})
