/*
 * How accounts are found by a few letters: how a name, what follows its first blank, an e-mail address,
 * a phone number or an id begins. Each is a range of an index (columns name_key and family_key of the
 * migration), so nobody's words are kept a second time, and the cost is what is found.
 */
import { isMysql, type Narrowing } from '#core/database/few_rows'

/** above every letter there is */
const LAST = '\u{10ffff}'

/** The accounts that `text` may mean, as ids. */
export function narrowingByText(text: string): Narrowing {
  const ranges = [
    beginning('name_key', lowerCased(text)),
    beginning('family_key', lowerCased(text)),
    beginning('email', text.toLowerCase()),
    ...phonesOf(text).map((phone) => beginning('phone', phone)),
    ...(text.startsWith('usr_') ? [beginning('id', text)] : []),
  ]
  return {
    filter: 'search',
    sql: ranges.map(({ sql }) => `SELECT id FROM users WHERE ${sql}`).join(' UNION ALL '),
    bindings: ranges.flatMap(({ bindings }) => bindings),
  }
}

/** MariaDB and MySQL compare by their collation, of which only LIKE knows where a prefix ends. */
function beginning(column: string, prefix: string): { sql: string; bindings: string[] } {
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
