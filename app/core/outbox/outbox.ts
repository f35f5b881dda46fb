/*
 * The only way a fact or a job leaves a transaction: a row written in that same transaction. The
 * table is the truth; Bull and Redis only make it fast. A row is done when its handler says so.
 */
import { HttpContext } from '@adonisjs/core/http'
import { isDuplicate } from '#core/database/driver_errors'
import { insertRows } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import type { DomainEvent, TransactionalJob } from '#core/outbox/job'
import { jobClass, reactionsTo } from '#core/outbox/registry'
import { wakeWorkers } from '#core/outbox/wake'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

export interface DispatchOptions {
  /** not before this time (epoch ms) */
  availableAt?: number
  /** a second job with the same key is not written */
  dedupeKey?: string
}

export const outbox = {
  /**
   * Tells everybody who reacts to an event (start/events.ts): some inside this transaction, the
   * others by one delivery each, so that a retry never repeats a sibling.
   */
  async record(trx: Transaction, event: DomainEvent) {
    const { within, later } = reactionsTo(event)
    for (const name of within) {
      const Listener = (await jobClass(name)) as unknown as new () => TransactionalJob
      await new Listener().run({ ...event }, trx)
    }
    for (const name of later)
      if ((await jobClass(name)).isWanted(event)) await this.dispatch(trx, name, { ...event })
  },

  /**
   * Writes a job. The payload goes into the table as JSON: ids and scalars, never a secret.
   *
   * @returns the job's id, or null when its dedupe key was there already
   */
  async dispatch(
    trx: Transaction,
    name: string,
    payload: object,
    options: DispatchOptions = {}
  ): Promise<string | null> {
    const now = clock.now()
    const availableAt = options.availableAt ?? now
    const id = newId('job')
    const { queue } = await jobClass(name)
    try {
      await insertRows(trx, 'outbox', [
        {
          id,
          name,
          queue,
          payload: JSON.stringify(payload),
          dedupe_key: options.dedupeKey ?? id,
          state: 'pending',
          available_at: availableAt,
          attempts: 0,
          lease_until: 0,
          request_id: requestId(),
          created_at: now,
        },
      ])
    } catch (error) {
      if (options.dedupeKey && isDuplicate(error)) return null
      throw error
    }
    if (availableAt <= now) trx.after('commit', () => wakeWorkers({ id, queue }))
    return id
  },
}

function requestId(): string | null {
  return HttpContext.get()?.request.id() ?? null
}
