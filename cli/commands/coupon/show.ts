import { defineShow } from '../../define/show.ts'
import { PERMISSION, couponColumns, moreFields } from './shared.ts'

export default defineShow({
  summary: 'one coupon',
  permission: PERMISSION,
  argument: 'coupon-id',
  path: '/coupons/:id',
  columns: [
    ...couponColumns,
    { key: 'createdAt', title: 'created' },
    { key: 'updatedAt', title: 'updated' },
  ],
  moreFields,
  examples: [{ what: 'one coupon', line: 'souk coupon show cpn_01jd3x' }],
})
