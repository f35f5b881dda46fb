import { typeidUnboxed } from 'typeid-js'

/** Every kind of object that has an id in the API, with the prefix its ids begin with. */
export const ID_PREFIXES = {
  user: 'usr',
  session: 'ses',
  challenge: 'chl',
  identity: 'idn',
  address: 'adr',
  device: 'dev',
  region: 'reg',
  category: 'cat',
  location: 'loc',
  partner: 'prt',
  verification: 'vrf',
  document: 'doc',
  portfolioEntry: 'pfl',
  file: 'fil',
  inquiry: 'inq',
  lead: 'led',
  emailLog: 'eml',
  smsLog: 'sms',
  notification: 'ntf',
  job: 'job',
  product: 'prd',
  package: 'pkg',
  event: 'evt',
  image: 'img',
  variant: 'var',
  review: 'rev',
  coupon: 'cpn',
  cart: 'crt',
  item: 'cit',
  order: 'ord',
  partnerOrder: 'por',
  orderLine: 'oln',
  submission: 'sbm',
  payment: 'pay',
  link: 'plk',
  refund: 'rfd',
  request: 'rfr',
  dispute: 'dsp',
  withdrawal: 'wdr',
  webhookEvent: 'whk',
  note: 'not',
  impersonation: 'imp',
  export: 'exp',
  erasure: 'ers',
} as const

export type IdKind = keyof typeof ID_PREFIXES

/**
 * A new id: a type prefix and a UUIDv7 in base 32, 26 characters (TypeID 0.3). Ids made later sort
 * later; 74 random bits keep them unguessable.
 */
export function newId(kind: IdKind): string {
  return typeidUnboxed(ID_PREFIXES[kind])
}

/** What an id of this kind looks like; used by route matchers and validators alike. */
export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${ID_PREFIXES[kind]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`)
}

/** The digits of base 32 as ids have them, and as BigInt writes them. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The lowest id that can have been made at a moment (epoch ms): ids before it sort before, so that a
 * window of time is a range of ids.
 */
export function lowestIdAt(kind: IdKind, time: number): string {
  const bits = BigInt(Math.max(0, Math.floor(time))) << 80n
  const digits = [...bits.toString(32).padStart(26, '0')]
  return `${ID_PREFIXES[kind]}_${digits.map((digit) => DIGITS[Number.parseInt(digit, 32)]).join('')}`
}

/** The columns that every new row with an id starts with. Times are epoch milliseconds. */
export function newRow(kind: IdKind, now: number) {
  return { id: newId(kind), createdAt: now, updatedAt: now }
}
