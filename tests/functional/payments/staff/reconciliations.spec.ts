import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, DAY, HOUR, toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { settleObject } from '#payments/gateways/sandbox_memory'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole } from '#tests/helpers/actors'
import { makeOpenPayment, makeOrder, newsOf, orderRow, postingsOf } from '#tests/helpers/payments'

const URL = '/api/v1/admin/payments/reconcile'

/** Captured at the sandbox, which tells nobody. */
const captureThere = (id: string) => write((trx) => settleObject(trx, id, 'drop'))

async function bookedPayment() {
  const payment = await makeOpenPayment()
  await captureThere(payment.gatewayPaymentId)
  await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(payment, 'captured')))
  return payment
}

test.group('payments.staff.reconciliations.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('reports twenty planted gaps and nothing else, and heals the lost ones', async ({
    client,
    assert,
  }) => {
    clock.travel(40 * DAY) // a time that no other test has payments in
    const from = clock.now()
    for (let i = 0; i < 8; i++) await bookedPayment()
    await makeOpenPayment() // nobody has paid it: no difference

    const lost = []
    for (let i = 0; i < 10; i++) {
      const payment = await makeOpenPayment()
      await captureThere(payment.gatewayPaymentId)
      lost.push(payment)
    }
    for (let i = 0; i < 5; i++) {
      const { gatewayPaymentId } = await makeOpenPayment()
      await db
        .from('sandbox_objects')
        .where('id', gatewayPaymentId)
        .update({ amount: 1 + i })
      await captureThere(gatewayPaymentId)
    }
    for (let i = 0; i < 2; i++) await plantThere()
    for (let i = 0; i < 3; i++) {
      const { gatewayPaymentId } = await bookedPayment()
      await db.from('sandbox_objects').where('id', gatewayPaymentId).delete()
    }

    const { headers } = await actorOfRole('admin')
    const ask = () =>
      client
        .post(URL)
        .headers(headers)
        .json({ gateway: 'sandbox', from: toIso(from), to: toIso(clock.now() + HOUR) })
    const response = await ask()
    response.assertStatus(200)
    const { data } = response.body()
    const count = (kind: string) => data.differences.filter((one: any) => one.kind === kind).length
    assert.deepEqual(
      ['wrong_status', 'wrong_amount', 'missing_here', 'missing_there'].map(count),
      [10, 5, 2, 3]
    )
    assert.deepEqual([data.found, data.healed], [20, 10])
    for (const { orderId, paymentId } of lost) {
      assert.equal((await orderRow(orderId)).status, 'placed')
      assert.deepEqual(await postingsOf(paymentId), ['payment_captured'])
    }

    const again = await ask()
    assert.deepEqual([again.body().data.found, again.body().data.healed], [10, 0])
    const audited = await db.from('audit_entries').where('action', 'payments.reconciled')
    assert.isAtLeast(audited.length, 2)
  })

  test('refuses a time that is upside down or too long', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    for (const body of [
      { from: '2026-02-02', to: '2026-02-01' },
      { from: '2026-01-01', to: '2026-03-01' },
      { from: 'yesterday', to: '2026-03-01' },
      { gateway: 'bank', from: '2026-02-01', to: '2026-02-02' },
      { gateway: 'stripe', from: '2026-02-01', to: '2026-02-02' },
    ]) {
      const response = await client.post(URL).headers(headers).json(body)
      response.assertStatus(422)
      assert.equal(response.body().errors[0].code, 'E_VALIDATION_ERROR')
    }
  })
})

/** Money at the gateway that we know nothing of. */
async function plantThere() {
  const { total } = await makeOrder()
  const id = `sbp_${newId('payment')}`
  await db.table('sandbox_objects').insert({
    id,
    kind: 'payment',
    idempotency_key: id,
    our_id: newId('payment'),
    amount: total,
    currency: 'EUR',
    status: 'captured',
    created_at: clock.now(),
    updated_at: clock.now(),
  })
}
