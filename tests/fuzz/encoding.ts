/*
 * Values of a case, as they are kept and as they are sent. JSON alone can neither hold all that a
 * client may send (a number with 400 digits, a name twice) nor keep a long text short, so some
 * objects with one member stand for something else.
 */
export type Value = unknown

/** The text of the body that says so. */
export const raw = (text: string): Value => ({ $raw: text })
/** The same text many times. */
export const repeated = (text: string, times: number): Value => ({ $repeat: [text, times] })
/** A list in a list in a list. */
export const nested = (depth: number): Value => ({ $deep: depth })
/** One of the ids that exist, by the prefix of its kind. */
export const someId = (prefix: string, nth: number): Value => ({ $id: [prefix, nth] })
/** Members in this order, under any name, twice if need be. */
export const members = (entries: [string, Value][]): Value => ({ $members: entries })

export type FindId = (prefix: string, nth: number) => string

const quoted = (text: string) => JSON.stringify(text)

/** What a plain value stands for, as JSON. */
export function encode(value: Value, findId: FindId): string {
  if (Array.isArray(value)) return `[${value.map((one) => encode(one, findId)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const { $raw, $repeat, $deep, $id, $members } = value as Record<string, any>
  if ($raw !== undefined) return $raw
  if ($repeat !== undefined) return quoted($repeat[0].repeat($repeat[1]))
  if ($deep !== undefined) return '['.repeat($deep) + ']'.repeat($deep)
  if ($id !== undefined) return quoted(findId($id[0], $id[1]))
  const entries: [string, Value][] = $members ?? Object.entries(value)
  return `{${entries.map(([name, one]) => `${quoted(name)}:${encode(one, findId)}`).join(',')}}`
}

/** The same for places that hold text: parameters and queries. */
export function encodeText(value: Value, findId: FindId): string {
  if (typeof value === 'string') return value
  const text = encode(value, findId)
  return text.startsWith('"') ? JSON.parse(text) : text
}
