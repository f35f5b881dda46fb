/*
 * Secrets with values that stand nowhere else, and where they must not turn up.
 */

/** Where people may look: what a canary may be seen in is said when it is planted. */
export const PLACES = ['logs', 'answers', 'jobs', 'messages', 'database', 'files', 'redis'] as const
export type Place = (typeof PLACES)[number]

export interface Canary {
  name: string
  value: string
  /** places where it is what people entered and want to see again */
  mayBeIn: Place[]
}

export class Canaries {
  readonly all: Canary[] = []

  /** @returns the value */
  plant(name: string, value: string, ...mayBeIn: Place[]): string {
    if (!value) throw new Error(`${name} has no value`)
    this.all.push({ name, value, mayBeIn })
    return value
  }

  /** The names of those that stand in a text, in any of the usual spellings. */
  in(text: string): string[] {
    return this.all.filter(({ value }) => stands(value, text)).map(({ name }) => name)
  }
}

const SHORT = /^\d{6}$/

function stands(value: string, text: string): boolean {
  // six digits are found in any long number: they count where they stand alone
  if (SHORT.test(value)) return new RegExp(`(?<![\\w.-])${value}(?![\\w-])`).test(text)
  return spellings(value).some((spelling) => text.includes(spelling))
}

const known = new Map<string, string[]>()

/** As it is, in an address, in JSON, in hex, in base64 at any place of a longer text. */
function spellings(value: string): string[] {
  const made = known.get(value)
  if (made) return made
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const first = Math.ceil((shift * 8) / 6)
    const inner = text.slice(first, Math.floor(((shift + bytes.length) * 8) / 6))
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const all = [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
  ]
  known.set(value, [...new Set(all)])
  return known.get(value)!
}
