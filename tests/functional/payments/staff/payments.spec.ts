import { test } from '@japa/runner'
import { actorOfRole } from '#tests/helpers/actors'
import { makeOpenPayment } from '#tests/helpers/payments'

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
})
