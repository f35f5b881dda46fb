import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { PERMISSION, couponBody, couponOptions } from './shared.ts'

const NEEDED = ['--max-uses', '--ends']

export default defineWrite({
  name: 'create',
  summary: 'make a coupon that the platform pays for',
  permission: PERMISSION,
  method: 'POST',
  path: '/coupons',
  noun: 'coupon',
  takesIds: false,
  level: 2,
  options: [
    { flags: '--code <code>', description: 'what clients type; kept in capitals', required: true },
    ...couponOptions.map((option) => ({
      ...option,
      required: NEEDED.some((flag) => option.flags.startsWith(flag)),
    })),
  ],
  body: (input) => {
    const body = couponBody(input)
    if (!('kind' in body)) throw new UsageError('missing: --percent <n> or --amount <decimal>')
    return { code: input.options.code, ...body }
  },
  outcome: 'created',
  label: 'code',
  examples: [
    {
      what: '15 % for the first hundred',
      line: 'souk coupon create --code SUMMER-15 --percent 15 --max-uses 100 --ends 30d',
    },
    {
      what: '5.00 EUR off from 40.00 EUR on',
      line: 'souk coupon create --code FIVE --amount 5 --minimum 40 --currency EUR --max-uses 1000 --ends 2026-12-31',
    },
  ],
})
