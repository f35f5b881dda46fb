import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { MINUTE } from '#core/support/clock'
import { lowestIdAt, type IdKind } from '#core/support/ids'

export interface Window {
  /** epoch ms, included */
  since?: number
  /** epoch ms, not included */
  until?: number
}

/** an id is made a moment before or after the time that stands beside it */
const APART = MINUTE

/**
 * Leaves the rows that were made in a window of time. Ids sort by time, so whatever index serves a
 * list by id serves its window, too; `created_at` says exactly which.
 *
 * @param query of a table whose rows are written as they are made: `created_at` is never older
 * @param table its name, when the query joins others
 */
export function whereMadeWithin(
  query: DatabaseQueryBuilderContract<any>,
  kind: IdKind,
  { since, until }: Window,
  table?: string
) {
  const [id, time] = ['id', 'created_at'].map((name) => (table ? `${table}.${name}` : name))
  if (since !== undefined)
    query.where(id, '>=', lowestIdAt(kind, since - APART)).where(time, '>=', since)
  if (until !== undefined)
    query.where(id, '<', lowestIdAt(kind, until + APART)).where(time, '<', until)
}
