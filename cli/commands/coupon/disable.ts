import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'disable',
  summary: 'switch coupons off; `update --active yes` switches one on again',
  permission: PERMISSION,
  method: 'PUT',
  path: '/coupons/:id',
  noun: 'coupon',
  level: 2,
  body: () => ({ isActive: false }),
  outcome: 'disabled',
  label: 'code',
  examples: [
    { what: 'one coupon', line: 'souk coupon disable cpn_01jd3x --yes' },
    {
      what: 'all of a partner',
      line: 'souk coupon list --partner prt_01jd3x --all | souk coupon disable --from - --confirm 3',
    },
  ],
})
