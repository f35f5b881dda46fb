import { UsageError } from '../../errors.ts'
import { decimalOf, moneyOf, parseAmount, parsePercent, percentText } from '../../money.ts'
import { parseMoment, parseWhole } from '../../options.ts'
import { moneyText } from '../../output/values.ts'
import type { Column, Row } from '../../output/columns.ts'
import type { WriteInput, WriteOption } from '../../define/write.ts'
import type { Money } from '../../output/values.ts'

/** What staff need for coupons. */
export const PERMISSION = 'coupons.manage'

export const couponColumns: Column[] = [
  { key: 'id', title: 'coupon', id: true },
  { key: 'code' },
  { key: 'bps', title: 'off', value: valueText },
  { key: 'minimum' },
  { key: 'used' },
  { key: 'maxUses', title: 'of' },
  { key: 'maxUsesPerClient', title: 'per client' },
  { key: 'endsAt', title: 'ends' },
  { key: 'isActive', title: 'active' },
  { key: 'partnerId', title: 'paid by', value: ({ partnerId }) => partnerId ?? 'platform' },
  { key: 'startsAt', title: 'starts', wide: true },
]

export const moreFields = ['kind', 'amount', 'createdAt', 'updatedAt']

/** Flags that create and update share. */
export const couponOptions: WriteOption[] = [
  { flags: '--percent <n>', description: 'takes off so many per cent', parse: parsePercent },
  {
    flags: '--amount <decimal>',
    description: 'takes off this much: 5, or "5.00 EUR"',
    parse: parseAmount,
  },
  { flags: '--currency <code>', description: 'of --amount and --minimum, when they name none' },
  { flags: '--minimum <decimal>', description: 'from this much goods on', parse: parseAmount },
  {
    flags: '--max-uses <n>',
    description: 'over all clients',
    parse: (text) => parseWhole(text, 1),
  },
  {
    flags: '--max-per-client <n>',
    description: 'of one client',
    parse: (text) => parseWhole(text, 1),
  },
  {
    flags: '--starts <time>',
    description: '2026-12-01, or 30d from now',
    parse: (text) => parseMoment(text),
  },
  {
    flags: '--ends <time>',
    description: 'the moment it is over',
    parse: (text) => parseMoment(text),
  },
  { flags: '--active <yes|no>', description: 'can be used', choices: ['yes', 'no'] },
]

/** The members of a coupon's body that were given as flags. */
export function couponBody({ options }: WriteInput) {
  const { percent, amount, minimum, currency, active } = options
  if (percent !== undefined && amount !== undefined) {
    throw new UsageError('--percent and --amount exclude each other')
  }
  // The currency of --amount is that of --minimum, too.
  const both = currency ?? (amount === undefined ? undefined : String(amount).split(' ')[1])
  return {
    ...(percent === undefined ? {} : { kind: 'percent', bps: percent }),
    ...(amount === undefined ? {} : { kind: 'fixed', amount: moneyOf(String(amount), currency) }),
    minimum: minimum === undefined ? undefined : minimumOf(String(minimum), both),
    maxUses: options.maxUses,
    maxUsesPerClient: options.maxPerClient,
    startsAt: options.starts,
    endsAt: options.ends,
    isActive: active === undefined ? undefined : active === 'yes',
  }
}

/** `--minimum 0` takes the minimum away. */
function minimumOf(text: string, currency: unknown): Money | null {
  return Number(decimalOf(text)) === 0 ? null : moneyOf(text, currency, '--minimum')
}

function valueText({ bps, amount }: Row): string {
  return amount ? moneyText(amount as Money) : percentText(Number(bps))
}
