import db from '@adonisjs/lucid/services/db'
import SealEntries from '#audit/actions/seal_entries'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { AUDIT_TRIGGERS, AUDIT_TRIGGER_NAMES } from '#database/triggers/audit'
import { createTriggers } from '#database/triggers/rules'
import type { TestActor } from '#tests/helpers/actors'

/** Somebody of a test as the actor of a request. */
export function actorFrom({ user, sessionId }: TestActor): Actor {
  return {
    id: user.id,
    role: user.role,
    name: user.name,
    sessionId,
    permissions: new Set(),
    ip: '192.0.2.7',
    requestId: 'test-request',
  }
}

/** Writes lines of the audit trail; @returns their ids, oldest first */
export async function plantEntries(count: number, subjectId: string): Promise<number[]> {
  await write(async (trx) => {
    for (let i = 0; i < count; i++)
      await recordAudit(trx, {
        actor: null,
        action: 'lamp.lit',
        subject: { type: 'lamp', id: subjectId },
        after: { number: i },
        reason: 'it was dark',
      })
  })
  const rows = await db.from('audit_entries').where('subject_id', subjectId).orderBy('id')
  return rows.map((row) => Number(row.id))
}

/** Behind every moment that a test with a clock of its own has written lines at. */
const LATER = 10_000 * DAY

/** Seals all that is there, as if the minute that it waits had passed. */
export async function sealAll(): Promise<number> {
  clock.travel(LATER)
  try {
    const sealEntries = new SealEntries()
    for (let seals = 0; ; seals++) if (!(await sealEntries.execute())) return seals
  } finally {
    clock.travel(-LATER)
  }
}

/** Somebody who may do anything with the tables: what they do is undone by `work` itself. */
export async function behindTheTriggers(work: () => Promise<void>) {
  for (const name of AUDIT_TRIGGER_NAMES) await db.rawQuery(`DROP TRIGGER ${name}`)
  try {
    await work()
  } finally {
    await createTriggers(db.connection(), AUDIT_TRIGGERS, 'in a test')
  }
}
