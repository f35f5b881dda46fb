/*
 * The vocabulary of start/env.ts. Each rule returns a function (name, raw value) -> typed value that
 * throws a sentence fit for the operator: what is wrong, and what is allowed instead.
 */
import { Secret } from '@adonisjs/core/helpers'
import { isPrivateWay } from '#core/support/web_address'

type Rule<T> = (name: string, value?: string) => T

const isMissing = (value?: string): value is undefined => value === undefined || value.trim() === ''

/** One of the listed words. */
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  fallback: Words[number]
): Rule<Words[number]> {
  return (name, value) => {
    if (isMissing(value)) return fallback
    if (words.includes(value)) return value
    throw new Error(`${name} must be one of ${words.join(', ')}, not "${value}"`)
  }
}

/** A whole number between min and max, both included. */
export function integer(limits: { min: number; max: number; default: number }): Rule<number> {
  return (name, value) => {
    if (isMissing(value)) return limits.default
    const number = Number(value)
    if (Number.isInteger(number) && number >= limits.min && number <= limits.max) return number
    throw new Error(
      `${name} must be a whole number from ${limits.min} to ${limits.max}, not "${value}"`
    )
  }
}

/** Any text; empty counts as not given. */
export function text(fallback: string): Rule<string> {
  return (_, value) => (isMissing(value) ? fallback : value.trim())
}

/** A number with s, m, h or d: 15m, 30d. */
export function duration(fallback: string): Rule<string> {
  return (name, value) => {
    const given = isMissing(value) ? fallback : value.trim()
    if (/^[1-9]\d{0,5}\s*[smhd]$/.test(given)) return given
    throw new Error(
      `${name} must be a duration like 15m or 30d (a number and s, m, h or d), not "${given}"`
    )
  }
}

/** A time zone by its IANA name. */
export function timeZone(fallback: string): Rule<string> {
  return (name, value) => {
    const given = isMissing(value) ? fallback : value.trim()
    try {
      new Intl.DateTimeFormat('en', { timeZone: given })
      return given
    } catch {
      throw new Error(`${name} must be a time zone like UTC or Europe/Berlin, not "${given}"`)
    }
  }
}

/** Text that must be there when another variable is, or lists, a certain word; else it may be empty. */
export function neededBy(driver: string, choice: string): Rule<string> {
  return (name, value) => {
    if (!isMissing(value)) return value.trim()
    const chosen = (process.env[driver] ?? '').split(',').map((word) => word.trim())
    if (!chosen.includes(choice)) return ''
    throw new Error(`${name} is missing: ${driver}=${choice} needs it`)
  }
}

/** Text that must be there when one of these variables is given at all. */
export function neededBySetting(...settings: string[]): Rule<string> {
  return (name, value) => {
    if (!isMissing(value)) return value.trim()
    const given = settings.find((setting) => !isMissing(process.env[setting]))
    if (given === undefined) return ''
    throw new Error(`${name} is missing: ${given} needs it`)
  }
}

/** Words separated by commas. */
export function list(fallback: string[]): Rule<string[]> {
  return (_, value) =>
    isMissing(value)
      ? fallback
      : value
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean)
}

/** Some of the listed words, separated by commas, each once. */
export function someOf<const Words extends readonly string[]>(
  words: Words,
  fallback: Words[number][]
): Rule<Words[number][]> {
  return (name, value) => {
    const given = [...new Set(list(fallback)(name, value))]
    const unknown = given.find((word) => !words.includes(word))
    if (unknown === undefined) return given
    throw new Error(`${name} must be some of ${words.join(', ')} by commas, not "${unknown}"`)
  }
}

/** An absolute http(s) address; empty is allowed, and switches something off. */
export function optionalUrl(): Rule<string> {
  return (name, value) => (isMissing(value) ? '' : url('')(name, value))
}

/** Words separated by commas, of which at least one must be there when neededBy says so. */
export function listNeededBy(driver: string, choice: string): Rule<string[]> {
  return (name, value) => {
    const words = list([])(name, value)
    neededBy(driver, choice)(name, words.join())
    return words
  }
}

/** An absolute http(s) address, kept without a trailing slash. */
export function url(fallback: string): Rule<string> {
  return (name, value) => {
    const candidate = isMissing(value) ? fallback : value.trim()
    const parsed = URL.parse(candidate)
    if (parsed && /^https?:$/.test(parsed.protocol)) return candidate.replace(/\/+$/, '')
    throw new Error(`${name} must be an http or https address, not "${candidate}"`)
  }
}

/**
 * An address of an OpenID provider, to the letter: https, or http on this machine alone. Without a
 * fallback it must be there when `setting` is, and may be empty without `setting`.
 */
export function issuer(fallback: string, setting?: string): Rule<string> {
  return (name, value) => {
    const given = isMissing(value) ? fallback : value.trim()
    if (given === '') return setting ? neededBySetting(setting)(name, value) : ''
    if (isPrivateWay(given)) return given
    throw new Error(`${name} must be an https address, not "${given}"`)
  }
}

/** Paths of the front end, separated by commas: none can lead to another host. */
export function paths(fallback: string[]): Rule<string[]> {
  return (name, value) => {
    const given = list(fallback)(name, value)
    const wrong = given.find((path) => !/^\/(?!\/)[\w\-./]*$/.test(path) || path.includes('..'))
    if (wrong === undefined) return given
    throw new Error(`${name} must be paths like /auth/callback by commas, not "${wrong}"`)
  }
}

/** A secret that has no default: the value itself never appears in the error. */
export function secret(limits: { minLength: number }): Rule<Secret<string>> {
  return (name, value) => {
    if (isMissing(value)) throw new Error(`${name} is missing: give it a random text`)
    if (value.length >= limits.minLength) return new Secret(value)
    throw new Error(
      `${name} is too short: at least ${limits.minLength} characters, it has ${value.length}`
    )
  }
}

/** Secrets separated by commas; none when there is no value. */
export function secrets(limits: { minLength: number }): Rule<Secret<string>[]> {
  return (name, value) => list([])(name, value).map((one) => secret(limits)(name, one))
}
