import { test } from '@japa/runner'
import { clock, MINUTE } from '#core/support/clock'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { giveAvailable, richPartner } from '#tests/helpers/money'

test.group('withdrawals.partner.balances.show', () => {
  test('tells each currency apart', async ({ client, assert }) => {
    const partner = await richPartner(5_000)
    await giveAvailable(partner.partnerId, 700, 'JPY')
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    await new RequestWithdrawal().execute(input)
    const response = await client.get('/api/v1/partner/balance').headers(partner.headers)
    response.assertStatus(200)
    const euros = (amount: number) => ({ amount, currency: 'EUR' })
    assert.deepEqual(response.body().data[0], {
      currency: 'EUR',
      pending: euros(0),
      available: euros(3_000),
      held: euros(2_000),
      inFlight: euros(0),
      debt: euros(0),
    })
    assert.deepEqual(response.body().data[1].available, { amount: 700, currency: 'JPY' })
  })

  test('is empty for one who never sold', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const response = await client.get('/api/v1/partner/balance').headers(partner.headers)
    assert.deepEqual(response.body(), { data: [] })
  })
})

test.group('withdrawals.partner.transactions.index', (group) => {
  group.each.teardown(() => clock.reset())

  test('tells what happened to own money, newest first, in pages', async ({ client, assert }) => {
    const partner = await richPartner(5_000)
    const stranger = await richPartner(8_000)
    clock.travel(10 * MINUTE)
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    const withdrawal = await new RequestWithdrawal().execute(input)
    await giveAvailable(partner.partnerId, 700, 'JPY')

    const found: any[] = []
    let cursor: string | undefined
    do {
      const page = await client
        .get('/api/v1/partner/transactions')
        .qs({ limit: 1, ...(cursor && { cursor }) })
        .headers(partner.headers)
      page.assertStatus(200)
      found.push(...page.body().data)
      cursor = page.body().meta.nextCursor ?? undefined
    } while (cursor)
    assert.lengthOf(found, 4)
    assert.equal(new Set(found.map((entry) => entry.id)).size, 4)
    const held = found.find((entry) => entry.account === 'held')
    assert.include(held, { kind: 'withdrawal_requested', description: 'Withdrawal requested' })
    assert.deepEqual(held.subject, { type: 'withdrawal', id: withdrawal.id })
    assert.deepEqual(held.balanceAfter, { amount: 2_000, currency: 'EUR' })
    const taken = found.find((entry) => entry.account === 'available' && entry.kind === held.kind)
    assert.deepEqual(taken.amount, { amount: -2_000, currency: 'EUR' })
    assert.deepEqual(taken.balanceAfter, { amount: 3_000, currency: 'EUR' })

    const asked = async (query: object) => {
      const page = await client
        .get('/api/v1/partner/transactions')
        .qs(query)
        .headers(partner.headers)
      return page.body().data.length
    }
    assert.equal(await asked({ currency: 'JPY' }), 1)
    const between = new Date(clock.now() - 5 * MINUTE).toISOString()
    assert.equal(await asked({ from: between }), 3)
    assert.equal(await asked({ until: between }), 1)
    const other = await client.get('/api/v1/partner/transactions').headers(stranger.headers)
    assert.lengthOf(other.body().data, 1)
  })
})
