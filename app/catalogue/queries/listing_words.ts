/*
 * Full text on titles and descriptions: FULLTEXT on MySQL and MariaDB, FTS5 on SQLite (kept by
 * triggers, see the migration), behind these two functions.
 */
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { isMysql, type Narrowing } from '#core/database/few_rows'
import { searchWords } from '#partners/services/search_words'

const MYSQL_MATCH = 'MATCH (listings.title, listings.description) AGAINST (? IN BOOLEAN MODE)'
const SQLITE_MATCHES = 'SELECT rowid FROM listing_words WHERE listing_words MATCH ?'

/** Only listings whose title or description has a word beginning with each word of `text`. */
export function havingWords(query: DatabaseQueryBuilderContract, text: string) {
  const words = searchWords(text)
  if (words.length === 0) return query.whereRaw('1 = 0')
  if (isMysql()) return query.whereRaw(MYSQL_MATCH, [words.map((word) => `+${word}*`).join(' ')])
  return query.whereRaw(
    `(SELECT no FROM listing_texts WHERE listing_id = listings.id) IN (${SQLITE_MATCHES})`,
    [sqliteWords(words)]
  )
}

/** The same as a list of listings, where it can be cut short: FULLTEXT finds all or nothing. */
export function narrowingByWords(text: string): Narrowing | undefined {
  const words = searchWords(text)
  if (isMysql() || words.length === 0) return undefined
  return {
    filter: 'words',
    sql: `SELECT listing_id AS id FROM listing_words
            CROSS JOIN listing_texts ON listing_texts.no = listing_words.rowid
            WHERE listing_words MATCH ?`,
    bindings: [sqliteWords(words)],
  }
}

const sqliteWords = (words: string[]) => words.map((word) => `"${word}"*`).join(' ')
