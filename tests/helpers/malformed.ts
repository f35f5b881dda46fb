/*
 * Requests that no well-meaning client sends, made from a valid one. Seeded: the same seed makes
 * the same requests.
 */
import type { MatrixRequest } from '#tests/matrix/row'

/** One request as bytes, ready for node:http. */
export interface RawRequest {
  /** what was done to the valid request, for people */
  label: string
  params: Record<string, string>
  query: string
  headers: Record<string, string>
  body?: string
}

export interface Target {
  /** members that the body or the query may have, from the route's validators */
  fields: string[]
  hasBody: boolean
}

type Random = () => number

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]

export const NASTY: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.1,
  -0.0001,
  1e308,
  -1e308,
  9007199254740993,
  2147483648,
  -2147483649,
  9223372036854775807,
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '١٢٣',
  '',
  ' ',
  '\t\n\r',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\ufeff\u202e\u200b',
  '😀'.repeat(50),
  'e\u0301'.repeat(300),
  'x'.repeat(300),
  'x'.repeat(70_000),
  "'; DROP TABLE users; --",
  "' OR '1'='1",
  '" OR 1=1 #',
  '%27%20OR%201=1',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '2026-13-45',
  '0000-00-00',
  '+999999-01-01T00:00:00Z',
  'usr_00000000000000000000000000',
  [],
  [[]],
  [null],
  ['a', 1, {}],
  Array.from({ length: 2_000 }, (_, index) => index),
  {},
  { a: { b: { c: {} } } },
  { $gt: '' },
  { toString: 'x', valueOf: 1, length: -1 },
  { amount: 1e308, currency: 'ZZZ' },
  { amount: -1, currency: {} },
  { amount: 1.5, currency: 'usd' },
  { min: 9e15, max: -9e15, currency: 'USD' },
  { latitude: 1e10, longitude: 'x' },
]

export const UNEXPECTED = [
  'id',
  'role',
  'status',
  'balance',
  'userId',
  'partnerId',
  'verified',
  'commission',
  'permissions',
  'createdAt',
  '$isPersisted',
  '$attributes',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'then',
  'toJSON',
]

export const BROKEN_JSON = [
  '{',
  '}',
  '{"a":',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  'null',
  'true',
  '1',
  '"text"',
  '[]',
  '[{}]',
  '{"a":NaN}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '{"a":"\u0001"}',
  '\u0000',
  '\ufeff{}',
  '{"__proto__":{"role":"senior_admin"}}',
  '{"constructor":{"prototype":{"role":"senior_admin"}}}',
  '{"a":1e400}',
  `{"a":${'9'.repeat(400)}}`,
  `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `{"a":[${'0,'.repeat(25_000)}0]}`,
  `{"a":"${'x'.repeat(1_100_000)}"}`,
]

export const CONTENT_TYPES = [
  'text/plain',
  'text/html',
  'application/xml',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'message/rfc822',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/merge-patch+json',
  'x',
  '/',
]

export const HEADERS: [name: string, value: string][] = [
  ['idempotency-key', ''],
  ['idempotency-key', 'x'.repeat(300)],
  ['idempotency-key', 'schl\u00fcssel'],
  ['x-request-id', 'x'.repeat(500)],
  ['x-request-id', '<script>'],
  ['accept', 'image/png'],
  ['accept', 'x'.repeat(2_000)],
  ['accept-language', 'x-klingon;q=9'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'nonsense'],
  ['x-forwarded-for', "1.1.1.1' OR 1=1"],
  ['x-http-method-override', 'DELETE'],
  ['if-none-match', '"'.repeat(100)],
  ['cookie', 'souk_access=%00; souk_csrf=%zz'],
  ['origin', 'null'],
  ['expect', 'nonsense'],
]

export const IDS = [
  'x',
  '0',
  '-1',
  '1',
  'null',
  '%00',
  '%zz',
  '%ff%fe',
  '%ED%A0%80',
  '..%2f..%2fetc%2fpasswd',
  "'%20OR%201=1--",
  '%F0%9F%98%80',
  'usr_00000000000000000000000000',
  'zzz_zzzzzzzzzzzzzzzzzzzzzzzzzz',
  'a'.repeat(3_000),
  '%3Cscript%3E',
]

/** Makes one malformed request out of a valid one. */
export function malformed(random: Random, valid: MatrixRequest, target: Target): RawRequest {
  const ways = target.hasBody
    ? [badValue, badValue, badValue, badValue, badValue, missing, unexpected, brokenJson, badType]
    : [badQuery, badQuery, badQuery]
  const more =
    valid.params && Object.keys(valid.params).length > 0 ? [badHeader, badId] : [badHeader]
  return pick(random, [...ways, ...more])(random, valid, target)
}

function plain(valid: MatrixRequest, label: string, body: unknown = valid.body): RawRequest {
  return {
    label,
    params: Object.fromEntries(
      Object.entries(valid.params ?? {}).map(([name, value]) => [name, encodeURIComponent(value)])
    ),
    query: new URLSearchParams(valid.query).toString(),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }
}

function badValue(random: Random, valid: MatrixRequest, { fields }: Target): RawRequest {
  const body = structuredClone(valid.body ?? {})
  const spots = [...spotsOf(body), ...fields.map((name) => [name])]
  const spot = spots.length > 0 ? pick(random, spots) : ['anything']
  put(body, spot, pick(random, NASTY))
  return plain(valid, `value of ${spot.join('.')}`, body)
}

function missing(random: Random, valid: MatrixRequest): RawRequest {
  const body = structuredClone(valid.body ?? {})
  const names = Object.keys(body)
  if (names.length === 0) return plain(valid, 'no body', {})
  const name = pick(random, names)
  delete body[name]
  return plain(valid, `without ${name}`, body)
}

function unexpected(random: Random, valid: MatrixRequest): RawRequest {
  const name = pick(random, UNEXPECTED)
  const body = { ...valid.body, [name]: pick(random, NASTY) }
  return plain(valid, `unexpected ${name}`, body)
}

function brokenJson(random: Random, valid: MatrixRequest): RawRequest {
  const request = plain(valid, 'broken JSON', {})
  return { ...request, body: pick(random, BROKEN_JSON) }
}

function badType(random: Random, valid: MatrixRequest): RawRequest {
  const type = pick(random, CONTENT_TYPES)
  const request = plain(valid, `content type ${type}`, valid.body ?? { a: 1 })
  return { ...request, headers: { 'content-type': type } }
}

function badHeader(random: Random, valid: MatrixRequest): RawRequest {
  const [name, value] = pick(random, HEADERS)
  const request = plain(valid, `header ${name}`)
  return { ...request, headers: { ...request.headers, [name]: value } }
}

function badId(random: Random, valid: MatrixRequest): RawRequest {
  const name = pick(random, Object.keys(valid.params!))
  const request = plain(valid, `parameter ${name}`)
  return { ...request, params: { ...request.params, [name]: pick(random, IDS) } }
}

function badQuery(random: Random, valid: MatrixRequest, { fields }: Target): RawRequest {
  const name = fields.length > 0 ? pick(random, fields) : 'x'
  const spellings = [name, `${name}[]`, `${name}[a][b]`, `${name}[__proto__]`]
  const value = pick(random, NASTY)
  const text =
    typeof value === 'string' ? value.slice(0, 4_000) : JSON.stringify(value).slice(0, 4_000)
  const pair = `${pick(random, spellings)}=${encodeURIComponent(text.toWellFormed())}`
  const request = plain(valid, `query ${name}`)
  const raw = random() < 0.1 ? `${name}=${pick(random, IDS)}` : pair
  return { ...request, query: [request.query, raw].filter(Boolean).join('&') }
}

/** Every place in a body that holds something. */
function spotsOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return path.length > 0 ? [path] : []
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, member]) => spotsOf(member, [...path, key])),
  ]
}

function put(body: any, [name, ...rest]: string[], value: unknown) {
  if (rest.length === 0) body[name] = value
  else put(body[name], rest, value)
}
