import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { post } from '#ledger/services/post'
import SweepPaymentsTask from '#payments/tasks/sweep_payments_task'
import { makeOpenPayment } from '#tests/helpers/payments'

/** A payment that ended so, so many days ago. */
async function ended(status: string, days: number) {
  const { paymentId } = await makeOpenPayment()
  // ids are in the order of time: an old one comes before those of today
  const id = `pay_0000${paymentId.slice(8)}`
  await db
    .from('payments')
    .where('id', paymentId)
    .update({ id, status, created_at: clock.now() - days * DAY, open_for: null, poll_at: null })
  return id
}

test.group('the sweep of payments', () => {
  test('deletes what failed half a year ago, and nothing that the books name', async ({
    assert,
  }) => {
    const old = [await ended('failed', 181), await ended('cancelled', 200)]
    const kept = [
      await ended('requires_action', 400),
      await ended('failed', 181), // booked, below
      await ended('failed', 179),
    ]
    await write((trx) =>
      post(trx, {
        kind: 'test_fee',
        refType: 'payment',
        refId: kept[1],
        currency: 'EUR',
        entries: [
          { account: 'fee_expense', amount: -5 },
          { account: 'bank', amount: 5 },
        ],
      })
    )
    await new SweepPaymentsTask().run()
    const left = await db
      .from('payments')
      .whereIn('id', [...old, ...kept])
      .select('id')
    assert.sameMembers(
      left.map(({ id }) => id),
      kept
    )
  })

  test('forgets messages that meant nothing after thirty days', async ({ assert }) => {
    const now = clock.now()
    const plant = (id: string, days: number) =>
      db.table('webhook_events').insert({
        id,
        gateway: 'sandbox',
        event_id: id,
        type: 'coffee.ready',
        object_id: 'cup',
        occurred_at: now,
        raw: '{}',
        state: 'ignored',
        give_up_at: now,
        created_at: now - days * DAY,
      })
    await plant('whk_old', 31)
    await plant('whk_young', 29)
    await new SweepPaymentsTask().run()
    const left = await db.from('webhook_events').whereIn('id', ['whk_old', 'whk_young'])
    assert.deepEqual(
      left.map(({ id }) => id),
      ['whk_young']
    )
  })
})
