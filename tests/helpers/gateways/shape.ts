/*
 * What a vendor's documentation says a request looks like, strict: a missing, mistyped or unknown
 * field is a complaint.
 */

/** A complaint, or null. */
export type Check = (value: unknown, path: string) => string | null

export function text(pattern = /^[\s\S]+$/, max = 5000): Check {
  return (value, path) => {
    const isFine = typeof value === 'string' && value.length <= max && pattern.test(value)
    return isFine ? null : `${path} is not a text like ${pattern} of at most ${max}`
  }
}

export function whole(min = 0, max = Number.MAX_SAFE_INTEGER): Check {
  return (value, path) => {
    const isFine = Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    return isFine ? null : `${path} is not a whole number from ${min} to ${max}`
  }
}

export function oneOf(...words: unknown[]): Check {
  return (value, path) => (words.includes(value) ? null : `${path} is none of ${words.join(', ')}`)
}

export function list(item: Check, length: number): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== length) return `${path} has not ${length} items`
    return value.map((each, index) => item(each, `${path}[${index}]`)).find(Boolean) ?? null
  }
}

export function object(
  required: Record<string, Check>,
  optional: Record<string, Check> = {}
): Check {
  return (value, path) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return `${path} is no object`
    const fields = value as Record<string, unknown>
    const missing = Object.keys(required).find((name) => fields[name] === undefined)
    if (missing) return `${path}.${missing} is missing`
    const known = { ...required, ...optional }
    for (const [name, content] of Object.entries(fields)) {
      const complaint = known[name]
        ? known[name](content, `${path}.${name}`)
        : `${path}.${name} is unknown`
      if (complaint) return complaint
    }
    return null
  }
}

/** Any names, texts as values. */
export const notes: Check = (value, path) => {
  const isFine = Object.values(Object(value)).every((note) => typeof note === 'string')
  return isFine && value && typeof value === 'object' ? null : `${path} holds more than texts`
}
