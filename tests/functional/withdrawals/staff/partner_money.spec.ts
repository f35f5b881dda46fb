import { test } from '@japa/runner'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { giveAvailable, richPartner } from '#tests/helpers/money'

test.group('withdrawals.staff.balances.show', () => {
  test('is what the partner sees; nothing for one who never sold', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await richPartner(5_000)
    const url = `/api/v1/admin/partners/${partner.partnerId}`
    const seen = await client.get(`${url}/balance`).headers(headers)
    seen.assertStatus(200)
    assert.deepInclude(seen.body().data[0].available, { amount: 5_000, currency: 'EUR' })
    const own = await client.get('/api/v1/partner/balance').headers(partner.headers)
    assert.deepEqual(seen.body(), own.body())

    const poor = await richPartner(0)
    const none = await client
      .get(`/api/v1/admin/partners/${poor.partnerId}/balance`)
      .headers(headers)
    assert.deepEqual(none.body(), { data: [] })
  })
})

test.group('withdrawals.staff.transactions.index', () => {
  test('is the statement of that partner alone, page by page', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await richPartner(5_000)
    await richPartner(8_000)
    await giveAvailable(partner.partnerId, 700, 'JPY')
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    await new RequestWithdrawal().execute(input)

    const url = `/api/v1/admin/partners/${partner.partnerId}/transactions`
    const first = await client.get(url).qs({ limit: 3 }).headers(headers)
    first.assertStatus(200)
    const cursor = first.body().meta.nextCursor
    const second = await client.get(url).qs({ limit: 3, cursor }).headers(headers)
    assert.isNull(second.body().meta.nextCursor)
    const own = await client.get('/api/v1/partner/transactions').headers(partner.headers)
    assert.lengthOf(own.body().data, 4)
    assert.deepEqual([...first.body().data, ...second.body().data], own.body().data)
    const yen = await client.get(url).qs({ currency: 'JPY' }).headers(headers)
    assert.lengthOf(yen.body().data, 1)
  })
})

test.group('withdrawals.staff.withdrawals.show', () => {
  test('is the line of the queue', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await richPartner(5_000)
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    const { id } = await new RequestWithdrawal().execute(input)
    const one = await client.get(`/api/v1/admin/withdrawals/${id}`).headers(headers)
    one.assertStatus(200)
    const queue = await client
      .get('/api/v1/admin/withdrawals')
      .qs({ partnerId: partner.partnerId })
      .headers(headers)
    const { balances, ...line } = one.body().data
    assert.isNotEmpty(balances)
    assert.deepEqual(queue.body().data, [line])
  })
})
