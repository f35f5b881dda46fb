import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { write } from '#core/database/write'
import type { ScheduledTask, TaskRun } from '#core/scheduler/task'
import { reachOf, refreshReach, type ReachRow } from '#partners/services/reach'

const BATCH = 200

/**
 * Compares the matching index with the partners it is made from, and rewrites what differs: rows
 * that were loaded in bulk, a city that staff moved on the map, a write that forgot to refresh.
 */
export default class MendReachTask implements ScheduledTask {
  async run(run: TaskRun) {
    for (let after = run.cursor ?? ''; ; await run.save(after)) {
      const partners: { id: string }[] = await db
        .from('partners')
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH)
        .select('id')
      if (partners.length === 0) return
      await mendReach(partners.map((partner) => partner.id))
      after = partners.at(-1)!.id
    }
  }
}

/** @returns the partners whose rows were wrong */
export async function mendReach(partnerIds: string[]): Promise<string[]> {
  const should = byPartner(await reachOf(db, partnerIds))
  const does = byPartner(await db.from('partner_reaches').whereIn('partner_id', partnerIds))
  const wrong = partnerIds.filter((id) => should.get(id) !== does.get(id))
  if (wrong.length === 0) return []
  await write((trx) => refreshReach(trx, wrong))
  logger.info({ partners: wrong.length }, 'the matching index was mended')
  return wrong
}

/** One text per partner that is equal when the rows are. Places are compared to about 10 m. */
function byPartner(rows: ReachRow[]): Map<string, string> {
  const texts = new Map<string, string[]>()
  for (const row of rows) {
    const { x, y, z, min_dot: minDot, ...exact } = row
    const values = Object.entries(exact)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => String(value))
    const text = [...values, ...[x, y, z, minDot].map((value) => Number(value).toFixed(6))]
    texts.set(row.partner_id, [...(texts.get(row.partner_id) ?? []), text.join('|')])
  }
  return new Map([...texts].map(([id, lines]) => [id, lines.sort().join('\n')]))
}
