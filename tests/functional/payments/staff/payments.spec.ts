import { test } from '@japa/runner'
import { write } from '#core/database/write'
import { toIso } from '#core/support/clock'
import { staffPayments } from '#payments/queries/list_payments'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole } from '#tests/helpers/actors'
import { makeOpenPayment, newsOf, paymentRow } from '#tests/helpers/payments'
import { isSqlite, planOf } from '#tests/helpers/plans'

test.group('payments.staff.payments.index', () => {
  test('finds payments by what staff know of them, and never shows how to pay them', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('agent')
    const payment = await makeOpenPayment()
    for (const filters of [
      { orderId: payment.orderId },
      { clientId: payment.client.user.id, status: 'requires_action' },
      { clientId: payment.client.user.id, gateway: 'sandbox' },
    ]) {
      const response = await client.get('/api/v1/admin/payments').qs(filters).headers(headers)
      response.assertStatus(200)
      const [found, ...more] = response.body().data
      assert.equal(found.id, payment.paymentId)
      assert.equal(found.gatewayPaymentId, payment.gatewayPaymentId)
      assert.notProperty(found, 'clientSecret')
      assert.lengthOf(more, 0)
      const one = await client.get(`/api/v1/admin/payments/${found.id}`).headers(headers)
      assert.deepEqual(one.body().data, found)
    }
    const none = await client
      .get('/api/v1/admin/payments')
      .qs({ orderId: payment.orderId, status: 'captured' })
      .headers(headers)
    assert.lengthOf(none.body().data, 0)
  })

  test('hands out pages', async ({ client, assert }) => {
    const { headers } = await actorOfRole('agent')
    const first = await makeOpenPayment()
    const clientId = first.client.user.id
    for (let i = 0; i < 2; i++) await makeOpenPayment({ client: first.client })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const response = await client
        .get('/api/v1/admin/payments')
        .qs({ clientId, limit: 2, ...(cursor ? { cursor } : {}) })
        .headers(headers)
      seen.push(...response.body().data.map((row: any) => row.id))
      cursor = response.body().meta.nextCursor
    } while (cursor)
    assert.lengthOf(new Set(seen), 3)
    assert.lengthOf(seen, 3)
  })

  test('finds odd ones by flag, amount, currency and time', async ({ client, assert }) => {
    const { headers } = await actorOfRole('agent')
    const small = await makeOpenPayment({ amount: 1_000 })
    const clientId = small.client.user.id
    const large = await makeOpenPayment({ client: small.client, amount: 90_000 })
    await write((trx) =>
      applyGatewayPayment(trx, 'sandbox', newsOf(small, 'captured', { amount: 1 }))
    )
    const rows = await Promise.all([small, large].map(({ paymentId }) => paymentRow(paymentId)))
    const [first, second] = rows.map((row) => Number(row.created_at))
    const found = async (filters: object) => {
      const response = await client
        .get('/api/v1/admin/payments')
        .qs({ clientId, ...filters })
        .headers(headers)
      response.assertStatus(200)
      return response.body().data.map((row: any) => row.id)
    }
    const [one, other] = [small.paymentId, large.paymentId]
    assert.deepEqual(await found({}), [other, one])
    assert.deepEqual(await found({ flag: 'amount' }), [one])
    assert.deepEqual(await found({ currency: 'USD' }), [])
    assert.deepEqual(await found({ currency: 'EUR', minAmount: large.total }), [other])
    assert.deepEqual(await found({ currency: 'EUR', maxAmount: large.total - 1 }), [one])
    assert.deepEqual(await found({ since: toIso(first) }), [other, one])
    assert.deepEqual(await found({ since: toIso(second + 1) }), [])
    assert.deepEqual(await found({ until: toIso(first) }), [])
    assert.deepEqual(await found({ since: toIso(first), until: toIso(second + 1) }), [other, one])
    const bare = await client.get('/api/v1/admin/payments').qs({ minAmount: 5 }).headers(headers)
    bare.assertStatus(422)
    assert.equal(bare.body().errors[0].field, 'currency')
  })

  test('is served by indexes', async ({ assert }) => {
    for (const filters of [
      { flag: 'amount' as const },
      { currency: 'EUR' },
      { currency: 'EUR', minAmount: 5, maxAmount: 9 },
      { since: 1, until: 2 },
      { status: 'failed' as const, since: 1 },
    ]) {
      const query = staffPayments(filters).orderBy('id', 'desc').limit(21)
      const plan = await planOf('payments', query)
      if (isSqlite()) {
        assert.notInclude(plan, 'TEMP B-TREE', JSON.stringify(filters))
        assert.notMatch(plan, /SCAN \w+"/, JSON.stringify(filters))
      } else assert.notInclude(plan, '"possible_keys":null', JSON.stringify(filters))
    }
  })
})
