/*
 * What fast-check takes values from: valid ones by the schema of a place, and hostile ones.
 */
import fc, { type Arbitrary } from 'fast-check'
import { NASTY } from '#tests/helpers/malformed'
import { members, nested, raw, repeated, someId, type Value } from './encoding.js'

type Schema = Record<string, any>

const DAY = '^\\d{4}-\\d{2}-\\d{2}$'
const MAX_TEXT = 80
const ID = /^\^?(?:\(\?:)?([a-z]{3}(?:\|[a-z]{3})*)\)?_\[0-7\]/

/** Values that the schema allows, ids among them that exist. */
export function validValue(schema: Schema): Arbitrary<Value> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(validValue))
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type: string) => validValue({ ...schema, type })))
  if (schema.type === 'string') return validText(schema)
  if (schema.type === 'integer' || schema.type === 'number') return validNumber(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'array') return validList(schema)
  if (schema.type === 'object') return validObject(schema)
  return fc.jsonValue({ maxDepth: 2 })
}

function validText({ pattern, format, minLength = 0, maxLength }: Schema): Arbitrary<Value> {
  const id = pattern && ID.exec(pattern)
  if (id)
    return fc
      .tuple(fc.constantFrom(...id[1].split('|')), fc.nat(50))
      .map(([prefix, nth]) => someId(prefix, nth))
  if (pattern === DAY) return fc.oneof(soon, boundaryDate)
  if (pattern) return fc.stringMatching(new RegExp(pattern.replaceAll(/\\p\{[LN]\}/g, 'a')))
  if (format === 'email') return fc.emailAddress()
  if (format === 'date-time' || format === 'date') return boundaryDate
  const longest = Math.min(maxLength ?? MAX_TEXT, MAX_TEXT)
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, longest) })
}

function validNumber({ type, minimum, maximum }: Schema): Arbitrary<Value> {
  const min = minimum ?? -1000
  const max = Math.max(min, maximum ?? 1e12)
  const edges = fc.constantFrom(min, max)
  if (type === 'integer')
    return fc.oneof(edges, fc.integer({ min: Math.ceil(min), max: Math.floor(max) }))
  return fc.oneof(edges, fc.double({ min, max, noNaN: true }))
}

function validList({ items = {}, minItems = 0, maxItems, uniqueItems }: Schema): Arbitrary<Value> {
  const maxLength = Math.max(minItems, Math.min(maxItems ?? 4, 4))
  const from = validValue(items)
  if (!uniqueItems) return fc.array(from, { minLength: minItems, maxLength })
  const selector = (value: Value) => JSON.stringify(value)
  return fc.uniqueArray(from, { minLength: minItems, maxLength, selector })
}

function validObject({ properties = {}, required = [] }: Schema): Arbitrary<Value> {
  const fields = Object.fromEntries(
    Object.entries<Schema>(properties).map(([name, schema]) => [name, validValue(schema)])
  )
  const known: string[] = required.filter((name: string) => name in fields)
  return fc.record(fields, { requiredKeys: known, noNullPrototype: true })
}

const soon = fc.integer({ min: 10, max: 28 }).map((day) => `2026-12-${day}`)

const boundaryDate = fc.constantFrom(
  '2026-12-31',
  '2028-02-29',
  '2027-02-29',
  '1970-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2026-03-29T02:30:00+01:00',
  '2026-12-31T23:59:60Z',
  '1969-12-31T23:59:59.999Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z'
)

const HUGE = ['1e400', '-1e400', '9'.repeat(400), '0.1e-400', '-0', '1.0', '1e2', '12.345']

export const hostileText: Arbitrary<Value> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('\u0000', '\u001b[2J', '\r\nX-Evil: 1', '%00', '\'"`;--', '𝕊\u0300'.repeat(20)),
  fc.nat({ max: 100_000 }).map((times) => repeated('x', times)),
  fc.nat({ max: 20_000 }).map((times) => repeated('é😀', times))
)

const number: Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(...HUGE).map(raw),
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((big) => raw(String(big)))
)

const STRANGE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length', '', '$ne']

/** Anything but what the place is for. */
export const hostileValue: Arbitrary<Value> = fc.oneof(
  fc.constantFrom(...NASTY),
  hostileText,
  number,
  boundaryDate,
  fc.jsonValue({ maxDepth: 3 }) as Arbitrary<Value>,
  fc.integer({ min: 1, max: 300 }).map(nested),
  fc.constantFrom(...STRANGE_NAMES).map((name) => members([[name, { role: 'senior_admin' }]])),
  fc.integer({ min: 2, max: 2_000 }).map((count) => Array.from({ length: count }, () => 0))
)
