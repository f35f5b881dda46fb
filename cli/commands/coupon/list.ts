import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { PERMISSION, couponColumns, moreFields } from './shared.ts'

export default defineList({
  summary: 'coupons of the platform and of partners, newest first',
  permission: PERMISSION,
  path: '/coupons',
  columns: couponColumns,
  moreFields,
  filters: [
    { flags: '--code <code>', description: 'exactly this one, in any spelling' },
    {
      flags: '--active <yes|no>',
      description: 'only those that are switched on, or off',
      choices: ['yes', 'no'],
      param: 'isActive',
      sentAs: { yes: 'true', no: 'false' },
    },
    {
      flags: '--partner <id>',
      description: 'only those that this partner pays for; "platform" for ours',
      param: 'partnerId',
    },
    ...periodFilters(),
  ],
  examples: [
    { what: 'what we pay for', line: 'souk coupon list --partner platform --active yes' },
    { what: 'one code', line: 'souk coupon list --code SUMMER-15' },
    { what: 'what was made this week', line: 'souk coupon list --since 7d' },
  ],
})
