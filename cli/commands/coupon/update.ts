import { defineWrite } from '../../define/write.ts'
import { PERMISSION, couponBody, couponOptions } from './shared.ts'

export default defineWrite({
  name: 'update',
  summary: 'change the terms of coupons for the orders to come',
  permission: PERMISSION,
  method: 'PUT',
  path: '/coupons/:id',
  noun: 'coupon',
  level: 2,
  needsOption: true,
  options: couponOptions,
  body: couponBody,
  outcome: 'updated',
  label: 'code',
  examples: [
    { what: 'a week longer', line: 'souk coupon update cpn_01jd3x --ends 7d --yes' },
    { what: 'switch it on again', line: 'souk coupon update cpn_01jd3x --active yes --yes' },
  ],
})
