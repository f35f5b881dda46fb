import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'take coupons away for good; their codes stay taken',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/coupons/:id',
  noun: 'coupon',
  level: 3,
  reason: 'required',
  outcome: 'deleted',
  examples: [
    {
      what: 'one coupon',
      line: 'souk coupon delete cpn_01jd3x --reason "a typing error" --confirm cpn_01jd3x',
    },
  ],
})
