/*
 * A gateway's message as staff may read it. The vendors add fields as they like, so what is shown is
 * named here and everything else is masked: ids, types, states, amounts, currencies and times stay;
 * names, addresses, numbers of people and cards, words and links do not, whatever they are called.
 */
import { isSecretKey } from '#core/logging/redaction'

export const MASK = '[masked]'
const CUT = '[cut]'

/** what is shown of a message, as JSON, in bytes */
const MOST = 32 * 1024
const DEEPEST = 20

/** Everything below these is about a person or a card. */
const PRIVATE = new Set(
  `address addresses associated_data bank bank_account billing billing_details card cards contact
   customer_details customer_info document email identity name owner payer payer_info payment_source
   person phone recipient recipients shipper shipping shipping_details token upi user vpa wallet`.split(
    /\s+/
  )
)

/** Words in a name that make an id or a number somebody's own. */
const PERSONAL =
  /^(birth|device|dob|email|fingerprint|ip|mail|national|passport|phone|secret|session|social|ssn|tax|token|vat)$/

const AMOUNT =
  /^(amount|attempts|captured|count|deducted|discount|fee|fees|gross|net|quantity|received|refunded|subtotal|tax|total|value)$/
const STATE =
  /^(category|contains|currency|entity|event|gateway|intent|kind|method|mode|object|outcome|reason|stage|state|status|type)$/
const CODE = /^(currency|decline|error|failure|outcome|reason)$/
const TIME = /^(at|created|occurred|time|timestamp|updated)$/
/** ids that do not say so */
const REFERENCE =
  /^(balance_transaction|charge|customer|dispute|invoice|latest_charge|order|payment|payment_intent|payout|refund)$/

const looksLike = {
  // letters and digits, or letters that a vendor's prefix stands before
  id: (text: string) =>
    /^((?=.*[A-Za-z])(?=.*\d)[\w-]{3,120}|[a-z]{2,8}_[A-Za-z]{10,40})$/.test(text) &&
    !text.includes('_secret'),
  amount: (text: string) => /^-?\d{1,15}(\.\d{1,4})?$/.test(text),
  // as vendors write their words, and people do not write names
  state: (text: string) => /^([a-z][a-z\d_.-]{0,79}|[A-Z][A-Z\d_.-]{0,79})$/.test(text),
  version: (text: string) => /^v?\d[\d.-]{0,15}(\.[a-z]{1,20})?$/.test(text),
  time: (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]{5,15}(Z|[+-]\d\d:?\d\d)$/.test(text),
}

/** A name in words: `occurredAt` and `occurred_at` are the same two. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)

export interface MaskedMessage {
  /** null for what is no JSON, or was erased with its person */
  payload: Record<string, unknown> | null
  /** it was longer than is shown */
  isCut: boolean
}

/** @param raw the message, byte for byte */
export function maskedMessage(raw: string): MaskedMessage {
  const message = parsed(raw)
  if (message === null || Object.keys(message).length === 0) return { payload: null, isCut: false }
  const room = { left: MOST, isCut: false }
  const payload = maskedObject(message, room, 0)
  return { payload, isCut: room.isCut }
}

function parsed(raw: string): object | null {
  try {
    const message: unknown = JSON.parse(raw)
    return typeof message === 'object' && !Array.isArray(message) ? message : null
  } catch {
    return null // no gateway of ours sends anything else
  }
}

interface Room {
  left: number
  isCut: boolean
}

function masked(value: unknown, name: string, room: Room, hasCurrency = false, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return took(room, value)
  if (typeof value !== 'object') return took(room, isShown(name, value, hasCurrency) ? value : MASK)
  if (PRIVATE.has(wordsOf(name).join('_')) || isSecretKey(name)) return took(room, MASK)
  if (depth === DEEPEST) return cut(room)
  room.left -= 3
  return Array.isArray(value)
    ? maskedList(value, name, room, depth)
    : maskedObject(value, room, depth)
}

function maskedList(values: unknown[], name: string, room: Room, depth: number): unknown[] {
  const shown: unknown[] = []
  for (const value of values) {
    if (room.left <= 0) return [...shown, cut(room)]
    shown.push(masked(value, name, room, false, depth + 1))
  }
  return shown
}

function maskedObject(value: object, room: Room, depth: number): Record<string, unknown> {
  const shown: [name: string, member: unknown][] = []
  const hasCurrency = 'currency' in value || 'currency_code' in value
  for (const [name, member] of Object.entries(value)) {
    if (room.left <= 0) {
      shown.push([CUT, cut(room)])
      break
    }
    // a name of the sender's own may be anything, too
    const title = /^[A-Za-z_][\w.$-]{0,59}$/.test(name) && !/\d{4}/.test(name) ? name : MASK
    room.left -= title.length + 4
    shown.push([title, masked(member, name, room, hasCurrency, depth + 1)])
  }
  return Object.fromEntries(shown)
}

/** Whether a plain value says nothing of anybody, by the name it has and by how it looks. */
function isShown(name: string, value: unknown, hasCurrency: boolean): boolean {
  const words = wordsOf(name)
  const last = words.at(-1)!
  const before = words.at(-2) ?? ''
  const text = String(value)
  const isNumber = typeof value === 'number'
  if (isSecretKey(name) || PRIVATE.has(words.join('_'))) return false
  if (TIME.test(last) && !PERSONAL.test(before))
    return isNumber ? looksLike.amount(text) : looksLike.time(text)
  if (last === 'value' && !hasCurrency) return false
  if (AMOUNT.test(last)) return looksLike.amount(text)
  if (words.some((word) => PERSONAL.test(word))) return false
  if (words[0] === 'amount' && isNumber) return looksLike.amount(text)
  if (isNumber) return false
  if (last === 'id' || last === 'ids' || REFERENCE.test(words.join('_'))) return looksLike.id(text)
  if (last === 'version') return looksLike.version(text)
  if (STATE.test(last) || (last === 'code' && CODE.test(before))) return looksLike.state(text)
  return false
}

function took<T>(room: Room, value: T): T {
  room.left -= JSON.stringify(value).length + 1
  return value
}

function cut(room: Room): string {
  room.isCut = true
  return CUT
}
