/*
 * Full text on names and bios: FULLTEXT on MySQL and MariaDB, FTS5 on SQLite (kept by triggers, see
 * the migration), behind these two functions.
 */
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { isMysql, type Narrowing } from '#core/database/few_rows'
import { searchWords } from '#partners/services/search_words'

const MYSQL_MATCH = 'MATCH (partners.business_name, partners.bio) AGAINST (? IN BOOLEAN MODE)'
const SQLITE_MATCHES = 'SELECT rowid FROM partner_words WHERE partner_words MATCH ?'

/** Only partners whose name or bio has a word beginning with each word of `text`. */
export function havingWords(query: DatabaseQueryBuilderContract, text: string) {
  const words = searchWords(text)
  if (words.length === 0) return query.whereRaw('1 = 0')
  if (isMysql()) return query.whereRaw(MYSQL_MATCH, [mysqlWords(words)])
  return query.whereRaw(
    `(SELECT no FROM partner_texts WHERE partner_id = partners.id) IN (${SQLITE_MATCHES})`,
    [sqliteWords(words)]
  )
}

/**
 * The same as a list of partners, where it can be cut short: FTS5 finds one after the other, FULLTEXT
 * all or nothing.
 */
export function narrowingByWords(text: string): Narrowing | undefined {
  const words = searchWords(text)
  if (isMysql() || words.length === 0) return undefined
  return {
    filter: 'words',
    sql: `SELECT partner_id AS id FROM partner_words
            CROSS JOIN partner_texts ON partner_texts.no = partner_words.rowid
            WHERE partner_words MATCH ?`,
    bindings: [sqliteWords(words)],
  }
}

const mysqlWords = (words: string[]) => words.map((word) => `+${word}*`).join(' ')
const sqliteWords = (words: string[]) => words.map((word) => `"${word}"*`).join(' ')
