import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { toIso } from '#core/support/clock'
import { disputesBy } from '#refunds/queries/list_disputes'
import { refundsBy } from '#refunds/queries/list_refunds'
import { actorOfRole } from '#tests/helpers/actors'
import { freshKey } from '#tests/helpers/payments'
import { isSqlite, planOf } from '#tests/helpers/plans'
import { paidOrder } from '#tests/helpers/refunds'

test.group('refunds.staff.refunds.index', () => {
  test('finds refunds by gateway, amount, currency and time', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { orderId } = await paidOrder()
    const give = async (amount: number): Promise<string> => {
      const response = await client
        .post(`/api/v1/orders/${orderId}/refund`)
        .headers({ ...headers, ...freshKey() })
        .json({ amount, reason: 'A scratch' })
      response.assertStatus(201)
      return response.body().data.id
    }
    const [small, large] = [await give(100), await give(2_000)]
    const { created_at: made } = await db.from('refunds').where({ id: small }).firstOrFail()
    const later = Number(made) + 2
    await db.from('refunds').where({ id: large }).update({ created_at: later })
    const found = async (filters: object) => {
      const response = await client
        .get('/api/v1/admin/refunds')
        .qs({ orderId, ...filters })
        .headers(headers)
      response.assertStatus(200)
      return response.body().data.map((row: any) => row.id)
    }
    assert.deepEqual(await found({ gateway: 'sandbox' }), [large, small])
    assert.deepEqual(await found({ gateway: 'stripe' }), [])
    assert.deepEqual(await found({ currency: 'USD' }), [])
    assert.deepEqual(await found({ currency: 'EUR', minAmount: 2_000 }), [large])
    assert.deepEqual(await found({ currency: 'EUR', minAmount: 100, maxAmount: 1_999 }), [small])
    assert.deepEqual(await found({ since: toIso(Number(made)) }), [large, small])
    assert.deepEqual(await found({ since: toIso(later) }), [large])
    assert.deepEqual(await found({ until: toIso(later) }), [small])
    const bare = await client.get('/api/v1/admin/refunds').qs({ minAmount: 5 }).headers(headers)
    bare.assertStatus(422)
    assert.equal(bare.body().errors[0].field, 'currency')
  })

  test('is served by indexes', async ({ assert }) => {
    for (const filters of [
      { gateway: 'stripe' as const },
      { currency: 'EUR' },
      { currency: 'EUR', minAmount: 5, maxAmount: 9 },
      { since: 1, until: 2 },
      { gateway: 'stripe' as const, status: 'failed' as const, since: 1 },
    ]) {
      const query = refundsBy(filters).orderBy('id', 'desc').limit(21)
      const plan = await planOf('refunds', query)
      if (isSqlite()) {
        assert.notInclude(plan, 'TEMP B-TREE', JSON.stringify(filters))
        assert.notMatch(plan, /SCAN \w+"/, JSON.stringify(filters))
      } else assert.notInclude(plan, '"possible_keys":null', JSON.stringify(filters))
    }
  })
})

test.group('refunds.staff.disputes.index', () => {
  test('finds what was opened in a window, by an index', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const opened: string[] = []
    for (let one = 0; one < 2; one++) {
      const order = await paidOrder()
      const response = await client
        .post(`/api/v1/orders/${order.orderId}/disputes`)
        .headers(order.client.headers)
        .json({ reason: 'Never came' })
      response.assertStatus(201)
      opened.push(response.body().data.id)
    }
    const [first, second] = opened
    // a little ahead of now, where nobody else has opened any
    const { created_at: made } = await db.from('disputes').where({ id: second }).firstOrFail()
    await db
      .from('disputes')
      .where({ id: second })
      .update({ created_at: Number(made) + 20_000 })
    await db
      .from('disputes')
      .where({ id: first })
      .update({ created_at: Number(made) + 10_000 })
    const found = async (since: number, until: number): Promise<string[]> => {
      const response = await client
        .get('/api/v1/admin/disputes')
        .qs({ since: toIso(Number(made) + since), until: toIso(Number(made) + until), limit: 100 })
        .headers(headers)
      response.assertStatus(200)
      return response.body().data.map((row: any) => row.id)
    }
    assert.deepEqual(await found(10_000, 20_001), [first, second])
    assert.deepEqual(await found(10_000, 20_000), [first])
    assert.deepEqual(await found(10_001, 20_001), [second])

    const query = disputesBy({ status: 'open', since: 1, until: 2 }).orderBy('disputes.id')
    const plan = await planOf('disputes', query.limit(21))
    if (isSqlite()) {
      assert.notInclude(plan, 'TEMP B-TREE')
      assert.notMatch(plan, /SCAN disputes/)
    } else assert.notInclude(plan, '"possible_keys":null')
  })
})
