/*
 * How accounts are found by a few letters: how a name, what follows its first blank, an e-mail address,
 * a phone number or an id begins. Each is a range of an index (columns name_key and family_key of the
 * migration), so nobody's words are kept a second time, and the cost is what is found.
 */
import { isMysql, type Narrowing } from '#core/database/few_rows'

/** above every letter there is */
const LAST = '\u{10ffff}'

/** The same question of one account: a condition on a row of `users`. */
export interface Condition {
  sql: string
  bindings: string[]
}

/** The accounts that `text` may mean, as ids; at most `limit` of each range. */
export function narrowingByText(text: string, limit = Number.MAX_SAFE_INTEGER): Narrowing {
  const ranges = rangesOf(text)
  const parts = ranges.map(
    ({ sql }, at) => `SELECT id FROM (SELECT id FROM users WHERE ${sql} LIMIT ?) AS range_${at}`
  )
  return {
    filter: 'search',
    sql: parts.join(' UNION ALL '),
    bindings: ranges.flatMap(({ bindings }) => [...bindings, limit]),
  }
}

/** Whether an account is one of them, for queries that read the accounts by another index. */
export function meaning(text: string): Condition {
  const ranges = rangesOf(text)
  return {
    sql: `(${ranges.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    bindings: ranges.flatMap(({ bindings }) => bindings),
  }
}

function rangesOf(text: string): Condition[] {
  return [
    beginning('users.name_key', lowerCased(text)),
    beginning('users.family_key', lowerCased(text)),
    beginning('users.email', text.toLowerCase()),
    ...phonesOf(text).map((phone) => beginning('users.phone', phone)),
    ...(text.startsWith('usr_') ? [beginning('users.id', text)] : []),
  ]
}

/** MariaDB and MySQL compare by their collation, of which only LIKE knows where a prefix ends. */
function beginning(column: string, prefix: string): Condition {
  if (isMysql())
    return {
      sql: `${column} LIKE ? ESCAPE '!'`,
      bindings: [`${prefix.replace(/[!%_]/g, '!$&')}%`],
    }
  return { sql: `${column} >= ? AND ${column} < ?`, bindings: [prefix, prefix + LAST] }
}

/** As SQLite's LOWER has written the key: it knows the letters of ASCII alone. */
function lowerCased(text: string): string {
  if (isMysql()) return text.toLowerCase()
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Numbers are kept as +491511234567, and typed with blanks, and without the plus. */
function phonesOf(text: string): string[] {
  const digits = text.replaceAll(/[\s()/.-]/g, '')
  if (!/^\+?\d{3,}$/.test(digits)) return []
  return [digits.startsWith('+') ? digits : `+${digits}`]
}
