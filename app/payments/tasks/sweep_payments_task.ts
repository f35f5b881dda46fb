import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock, DAY } from '#core/support/clock'
import type { GatewayPaymentStatus } from '#payments/gateways/gateway'

const BATCH = 200
const KEPT_FOR = 180 * DAY
const ENDED: GatewayPaymentStatus[] = ['failed', 'cancelled']
/** web hooks that meant nothing to us */
const IGNORED_KEPT_FOR = 30 * DAY

/**
 * Deletes payments that failed half a year ago. One that the books name stays for ever, and so does
 * one that money came of, whatever its status.
 */
export default class SweepPaymentsTask implements ScheduledTask {
  async run() {
    for (const status of ENDED) await sweepPayments(status, clock.now() - KEPT_FOR)
    await sweepIgnoredEvents(clock.now() - IGNORED_KEPT_FOR)
  }
}

/** Ids are in the order of their making, so the oldest come first and the index on status serves. */
async function sweepPayments(status: GatewayPaymentStatus, before: number) {
  let last = ''
  for (;;) {
    const page: { id: string; created_at: number }[] = await db
      .from('payments')
      .where('status', status)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'created_at')
    const old = page.filter((payment) => Number(payment.created_at) < before)
    if (old.length === 0) return
    await write(async (trx) => {
      const ids = old.map(({ id }) => id)
      const named = await trx.from('ledger_transactions').whereIn('ref_id', ids).select('ref_id')
      const kept = new Set(named.map((row) => row.ref_id))
      const gone = ids.filter((id) => !kept.has(id))
      await trx
        .from('payments')
        .whereIn('id', gone)
        .where({ status, captured_amount: 0 })
        .whereNotExists((refunds) =>
          refunds.from('refunds').whereColumn('refunds.payment_id', 'payments.id')
        )
        .delete()
    })
    last = page.at(-1)!.id
  }
}

async function sweepIgnoredEvents(before: number) {
  for (;;) {
    const old: { id: string; created_at: number }[] = await db
      .from('webhook_events')
      .where('state', 'ignored')
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'created_at')
    const gone = old.filter((event) => Number(event.created_at) < before).map(({ id }) => id)
    if (gone.length === 0) return
    await write((trx) => trx.from('webhook_events').whereIn('id', gone).delete())
  }
}
