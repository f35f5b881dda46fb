/*
 * From a case and a valid request to the bytes that are sent, and to words that people can run.
 */
import type { Operation } from '#tests/helpers/openapi'
import type { MatrixRequest } from '#tests/matrix/row'
import type { Edit } from './cases.js'
import { encode, encodeText, members, type FindId, type Value } from './encoding.js'

export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

/** What is changed step by step; `text` wins over `body`. */
interface Draft {
  params: Record<string, string>
  query: string[]
  headers: Record<string, string>
  body: Value
  text?: string
  keep: number
}

/** of a value in the address: node refuses more than 16 KB of address and headers */
const LONGEST_TEXT = 300
const BOUNDARY = 'souk-fuzz'

/** @param findId an id that exists, by its prefix */
export function requestOf(
  operation: Operation,
  valid: MatrixRequest,
  edits: Edit[],
  findId: FindId
): Sent {
  const draft = draftOf(valid)
  for (const edit of edits) apply(draft, edit, findId)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => draft.params[name] ?? '')
  const query = draft.query.length > 0 ? `?${draft.query.join('&')}` : ''
  const isRead = operation.method === 'GET'
  const text = draft.text ?? (draft.body === undefined ? undefined : encode(draft.body, findId))
  const body = valid.files && draft.text === undefined ? formOf(valid) : text
  if (isRead || body === undefined)
    return { method: operation.method, path: path + query, headers: draft.headers }
  const type = valid.files && draft.text === undefined ? FORM : 'application/json'
  return {
    method: operation.method,
    path: path + query,
    headers: { 'content-type': type, ...draft.headers },
    body: body.slice(0, Math.ceil(body.length * draft.keep)),
  }
}

function draftOf(valid: MatrixRequest): Draft {
  const encoded = Object.entries(valid.params ?? {}).map(([name, value]) => [
    name,
    encodeURIComponent(value),
  ])
  return {
    params: Object.fromEntries(encoded),
    query: valid.query ? [new URLSearchParams(valid.query).toString()] : [],
    headers: { ...valid.headers },
    body: structuredClone(valid.body),
    keep: 1,
  }
}

const FORM = `multipart/form-data; boundary=${BOUNDARY}`

function apply(draft: Draft, edit: Edit, findId: FindId) {
  const asText = (value: Value) =>
    encodeURIComponent(encodeText(value, findId).slice(0, LONGEST_TEXT).toWellFormed())
  if (edit.do === 'body') draft.body = edit.value
  if (edit.do === 'set') draft.body = withMember(draft.body, edit.at, () => edit.value)
  if (edit.do === 'drop') draft.body = withMember(draft.body, edit.at, () => undefined)
  if (edit.do === 'twice') draft.body = members([...entriesOf(draft.body), [edit.name, edit.value]])
  if (edit.do === 'text') draft.text = edit.text
  if (edit.do === 'cut') draft.keep = edit.keep
  if (edit.do === 'header') draft.headers[edit.name] = edit.value
  if (edit.do === 'query')
    draft.query.push(`${encodeURIComponent(edit.name)}=${asText(edit.value)}`)
  if (edit.do === 'rawQuery') draft.query.push(edit.text)
  // without a value it would be another address
  if (edit.do === 'param') draft.params[edit.name] = asText(edit.value) || '%20'
  if (edit.do === 'rawParam') draft.params[edit.name] = edit.text
  if (edit.do === 'form') {
    const parts = edit.parts.map(([head, content]) => `--${BOUNDARY}\r\n${head}\r\n\r\n${content}`)
    draft.text = [...parts, `--${BOUNDARY}--`, ''].join('\r\n')
    draft.headers['content-type'] = FORM
  }
}

function entriesOf(body: Value): [string, Value][] {
  const { $members } = (body ?? {}) as { $members?: [string, Value][] }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return $members ?? (isObject ? Object.entries(body) : [])
}

/** A copy with one place changed; places in what is no object make it one. */
function withMember(body: Value, [name, ...rest]: string[], change: () => Value): Value {
  if (Array.isArray(body)) {
    const copy = [...body]
    copy[Number(name) || 0] = rest.length ? withMember(copy[0], rest, change) : change()
    return copy
  }
  const entries = entriesOf(body)
  const before = entries.find(([own]) => own === name)?.[1]
  const after = rest.length ? withMember(before, rest, change) : change()
  const others = entries.filter(([own]) => own !== name)
  return members(after === undefined ? others : [...others, [name, after]])
}

function formOf({ body = {}, files = [] }: MatrixRequest): Buffer {
  const fields = Object.entries(body).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`
    )
  )
  const parts = files.flatMap(({ field, name, content, contentType }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
        `Content-Type: ${contentType}\r\n\r\n`
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...fields, ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
const LONGEST_SHOWN = 2_000

/** The request as a command for a shell; whoever runs it puts a token in the place of TOKEN. */
export function curlOf(url: string, { method, path, headers, body }: Sent): string {
  const shown = Object.entries(headers).map(([name, value]) => {
    const isSecret = /^(authorization|cookie)$/i.test(name) && /eyJ/.test(value)
    return `-H ${quoted(`${name}: ${isSecret ? 'TOKEN' : value}`)}`
  })
  const text = body?.toString('latin1').replaceAll(/[^\x20-\x7e\r\n]/g, '?')
  const isLong = text !== undefined && text.length > LONGEST_SHOWN
  const data = text === undefined ? [] : [`--data-raw ${quoted(text.slice(0, LONGEST_SHOWN))}`]
  const note = isLong ? [`# and ${text.length - LONGEST_SHOWN} characters more`] : []
  return [
    'curl',
    '--path-as-is',
    '-X',
    method,
    ...shown,
    ...data,
    quoted(url + path),
    ...note,
  ].join(' ')
}
