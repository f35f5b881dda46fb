/*
 * What of a person others may have written down: the name and addresses, and sentences that were
 * passed on to them. Gathered before the erasure, kept encrypted until the last look is over.
 */
import encryption from '@adonisjs/core/services/encryption'
import { type PersonRows } from '#privacy/queries/person_rows'
import { REGISTRY } from '#privacy/registry'
import { tellingParts } from '#privacy/services/column_readers'
import { columnsIn, SIDES } from '#privacy/services/registry_words'

export const MASK = '[erased]'

/** shorter sentences ("Thank you") tell nothing, and stand everywhere */
const SHORTEST_WORDS = 8
/** the newest ones; what is older is out of everybody's logs */
const MOST_WORDS = 2_000

export interface Traces {
  /** masked wherever they stand as words of their own */
  values: string[]
  /** the addresses that mails and texts went to */
  email: string | null
  phone: string | null
  /** epoch ms: nothing older can be about the account */
  since: number
}

export async function gatherTraces(rows: PersonRows): Promise<Traces> {
  const names = new Set<string>()
  const words = new Set<string>()
  for (const [table, entry] of Object.entries(REGISTRY))
    for (const side of SIDES) {
      for (const column of columnsIn(entry.names))
        for (const value of await rows.valuesOf(table, side, column))
          for (const part of tellingParts(column, value)) names.add(part.trim())
      for (const column of columnsIn(entry.words))
        for (const value of await rows.valuesOf(table, side, column)) words.add(value.trim())
    }
  const [email] = await rows.valuesOf('users', 'self', 'email')
  const [phone] = await rows.valuesOf('users', 'self', 'phone')
  const [since] = await rows.valuesOf('users', 'self', 'created_at')
  const sentences = [...words].filter((text) => text.length >= SHORTEST_WORDS).slice(-MOST_WORDS)
  const values = [...names, ...sentences].filter((text) => text.length > 1)
  return {
    values: values.sort((a, b) => b.length - a.length),
    email: email ?? null,
    phone: phone ?? null,
    since: Number(since),
  }
}

export const sealTraces = (traces: Traces): string => encryption.encrypt({ ...traces })

/** @returns null when APP_KEY was changed since: then nobody can look for them any more */
export const openTraces = (sealed: string): Traces | null => encryption.decrypt<Traces>(sealed)

export type Mask = (text: string) => string

/** Replaces every trace in a text, as far as it stands there as a word of its own. */
export function maskOf({ values }: Pick<Traces, 'values'>): Mask {
  const traces = values.map((value) => ({ lower: value.toLowerCase(), pattern: patternOf(value) }))
  return (text) => {
    const lower = text.toLowerCase()
    return traces
      .filter((trace) => lower.includes(trace.lower))
      .reduce((masked, { pattern }) => masked.replace(pattern, MASK), text)
  }
}

function patternOf(value: string): RegExp {
  const exact = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Masks every text inside a value that came out of JSON. */
export function maskDeep(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((one) => maskDeep(one, mask))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, maskDeep(one, mask)] as const)
  )
}
