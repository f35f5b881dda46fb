/*
 * Full text on names and bios: FULLTEXT on MySQL and MariaDB, FTS5 on SQLite (kept by triggers, see
 * the migration), behind this one function.
 */
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { searchWords } from '#partners/services/search_words'

/** Only partners whose name or bio has a word beginning with each word of `text`. */
export function havingWords(query: DatabaseQueryBuilderContract, text: string) {
  const words = searchWords(text)
  if (words.length === 0) return query.whereRaw('1 = 0')
  if (env.get('DB_CONNECTION') === 'mysql')
    return query.whereRaw(
      'MATCH (partners.business_name, partners.bio) AGAINST (? IN BOOLEAN MODE)',
      [words.map((word) => `+${word}*`).join(' ')]
    )
  const matching = db.rawQuery(
    `SELECT partner_id FROM partner_texts WHERE no IN
       (SELECT rowid FROM partner_words WHERE partner_words MATCH ?)`,
    [words.map((word) => `"${word}"*`).join(' ')]
  )
  return query.whereIn('partners.id', matching as any)
}
