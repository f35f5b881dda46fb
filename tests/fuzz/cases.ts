/*
 * A case: who calls, and how a valid request is changed. It names no object and no token, so that
 * it can be kept and sent again to another marketplace.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Operation } from '#tests/helpers/openapi'
import { BROKEN_JSON, CONTENT_TYPES, HEADERS, IDS, UNEXPECTED } from '#tests/helpers/malformed'
import type { Value } from './encoding.js'
import { hostileText, hostileValue, validValue } from './values.js'

export type Edit =
  /** another body altogether */
  | { do: 'body'; value: Value }
  /** a member of the body, by its path */
  | { do: 'set'; at: string[]; value: Value }
  | { do: 'drop'; at: string[] }
  /** a name for the second time */
  | { do: 'twice'; name: string; value: Value }
  /** the body as text; `keep`: so much of it, from 0 to 1 */
  | { do: 'text'; text: string }
  | { do: 'cut'; keep: number }
  | { do: 'header'; name: string; value: string }
  | { do: 'query'; name: string; value: Value }
  | { do: 'rawQuery'; text: string }
  | { do: 'param'; name: string; value: Value }
  | { do: 'rawParam'; name: string; text: string }
  | { do: 'form'; parts: [header: string, content: string][] }

export interface Case {
  operation: string
  /** a role, `none`, or `stranger`: logged in, with no business here */
  caller: string
  edits: Edit[]
}

/** Places of a body, from its schema. */
function placesOf(schema: any, depth = 0): { at: string[]; schema: any }[] {
  if (!schema || depth > 4) return []
  const own = Object.entries<any>(schema.properties ?? {}).flatMap(([name, member]) => [
    { at: [name], schema: member },
    ...placesOf(member, depth + 1).map(({ at, schema: inner }) => ({
      at: [name, ...at],
      schema: inner,
    })),
  ])
  const inList = placesOf(schema.items, depth + 1).map(({ at, schema: inner }) => ({
    at: ['0', ...at],
    schema: inner,
  }))
  const inChoices = (schema.anyOf ?? []).flatMap((one: any) => placesOf(one, depth + 1))
  return [...own, ...inList, ...inChoices]
}

function bodyEdits({ requestBody }: Operation): Arbitrary<Edit>[] {
  const [content] = Object.values(requestBody?.content ?? {})
  const schema = content?.schema ?? { type: 'object', properties: {} }
  const set = (at: string[], from: Arbitrary<Value>) =>
    from.map((value): Edit => ({ do: 'set', at, value }))
  const places = placesOf(schema)
  const atPlaces: Arbitrary<Edit>[] = places.flatMap(({ at, schema: member }) => [
    set(at, hostileValue),
    set(at, validValue(member)),
  ])
  const drops = places.map(({ at }) => fc.constant<Edit>({ do: 'drop', at }))
  const ofPlaces = places.length > 0 ? [fc.oneof(...atPlaces), fc.oneof(...atPlaces, ...drops)] : []
  const unexpected = fc.constantFrom(...UNEXPECTED, '__proto__')
  return [
    ...ofPlaces,
    ...ofPlaces,
    validValue(schema).map((value): Edit => ({ do: 'body', value })),
    validValue(schema).map((value): Edit => ({ do: 'body', value })),
    fc.oneof(
      hostileValue.map((value): Edit => ({ do: 'body', value })),
      fc.constantFrom(...BROKEN_JSON).map((text): Edit => ({ do: 'text', text })),
      hostileText.map((value): Edit => ({ do: 'body', value }))
    ),
    fc
      .tuple(unexpected, hostileValue)
      .map(([name, value]): Edit => ({ do: 'set', at: [name], value })),
    fc
      .tuple(fc.constantFrom('id', ...places.map(({ at }) => at[0])), hostileValue)
      .map(([name, value]): Edit => ({ do: 'twice', name, value })),
    fc.double({ min: 0, max: 1, noNaN: true }).map((keep): Edit => ({ do: 'cut', keep })),
    fc
      .constantFrom(...CONTENT_TYPES)
      .map((value): Edit => ({ do: 'header', name: 'content-type', value })),
    form,
  ]
}

const form: Arbitrary<Edit> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'Content-Disposition: form-data; name="a"',
        'Content-Disposition: form-data; name="file"; filename="../../x.png"',
        'Content-Disposition: form-data; name="files"; filename=""\r\nContent-Type: image/png',
        'Content-Disposition: form-data; name="__proto__[role]"',
        'Content-Disposition: form-data; name="a[b][c][d]"',
        'Content-Disposition: form-data',
        'Content-Type: text/plain; charset=nonsense',
        'X'.repeat(10_000)
      ),
      fc.string({ unit: 'binary', maxLength: 50 })
    ),
    { maxLength: 4 }
  )
  .map((parts): Edit => ({ do: 'form', parts }))

/** Header values as node's client lets them through. */
const headerText = fc.string({
  unit: fc
    .integer({ min: 32, max: 222 })
    .map((code) => String.fromCharCode(code < 127 ? code : code + 33)),
  maxLength: 300,
})

const HOSTILE_HEADERS = [
  'if-match',
  'if-none-match',
  'idempotency-key',
  'x-request-id',
  'x-reason',
  'x-dry-run',
  'authorization',
  'cookie',
  'accept',
  'accept-language',
  'origin',
  'x-forwarded-for',
  'user-agent',
  'x-souk-cli',
  'content-encoding',
]

const headerEdit: Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...HEADERS).map(([name, value]): Edit => ({ do: 'header', name, value })),
  fc
    .tuple(fc.constantFrom(...HOSTILE_HEADERS), headerText)
    .map(([name, value]): Edit => ({ do: 'header', name, value })),
  fc.constant<Edit>({ do: 'header', name: 'x-dry-run', value: '1' })
)

function queryEdits({ parameters }: Operation): Arbitrary<Edit>[] {
  const known = parameters.filter((one) => one.in === 'query')
  const names = fc.constantFrom('x', 'limit', 'cursor', ...known.map(({ name }) => name))
  const spelled = fc
    .tuple(names, fc.constantFrom('', '', '', '[]', '[a][b]', '[__proto__]', '[1000000]'))
    .map(([name, more]) => name + more)
  const hostile = fc.tuple(spelled, hostileValue)
  const valid = known.map(({ name, schema }) => fc.tuple(fc.constant(name), validValue(schema)))
  const edit = ([name, value]: [string, Value]): Edit => ({ do: 'query', name, value })
  return [
    hostile.map(edit),
    ...(valid.length > 0 ? [fc.oneof(...valid).map(edit), fc.oneof(...valid).map(edit)] : []),
    fc.constantFrom(...IDS).map((text): Edit => ({ do: 'rawQuery', text: `cursor=${text}` })),
  ]
}

function paramEdits({ parameters }: Operation): Arbitrary<Edit>[] {
  return parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema }) =>
      fc.oneof(
        validValue(schema).map((value): Edit => ({ do: 'param', name, value })),
        fc.constantFrom(...IDS).map((text): Edit => ({ do: 'rawParam', name, text })),
        hostileText.map((value): Edit => ({ do: 'param', name, value }))
      )
    )
}

/** Requests of one operation: valid ones with up to four changes. */
export function casesOf(id: string, operation: Operation, callers: string[]): Arbitrary<Case> {
  const isWrite = operation.method !== 'GET'
  const edit = fc.oneof(
    ...(isWrite ? bodyEdits(operation) : []),
    ...queryEdits(operation),
    ...paramEdits(operation),
    headerEdit
  )
  return fc.record({
    operation: fc.constant(id),
    caller: fc.constantFrom(...callers),
    edits: fc.array(edit, { maxLength: 4 }),
  })
}
