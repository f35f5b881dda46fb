import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { debitSettled } from '#ledger/services/partner_money'
import { post } from '#ledger/services/post'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import {
  ACCOUNT_NUMBER,
  balanceOf,
  giveAvailable,
  richPartner,
  wrongBooks,
} from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { newId } from '#core/support/ids'

const URL = '/api/v1/partner/withdrawals'

function asking({ headers }: TestActor, key: string = randomUUID()) {
  return { ...headers, 'idempotency-key': key }
}

test.group('withdrawals.partner.withdrawals.store', () => {
  test('puts the money aside, and tells the partner', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    const response = await client
      .post(URL)
      .headers(asking(partner))
      .json({ amount: 4_000, currency: 'EUR' })
    response.assertStatus(201)
    const { data } = response.body()
    assert.include(data, { status: 'requested', reference: null, decidedAt: null })
    assert.deepEqual(data.amount, { amount: 4_000, currency: 'EUR' })
    assert.equal(data.destination.accountNumber, '••••3000')
    assert.include(await balanceOf(partner.partnerId), { available: 6_000, held: 4_000 })

    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'Withdrawal requested: 40.00 EUR')
    const dump = JSON.stringify(await db.from('withdrawals').where('id', data.id))
    assert.notInclude(dump, ACCOUNT_NUMBER)
  })

  test('needs a key, and is one withdrawal for one key', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    const body = { amount: 4_000, currency: 'EUR' }
    const keyless = await client.post(URL).headers(partner.headers).json(body)
    keyless.assertStatus(400)
    const key = randomUUID()
    const first = await client.post(URL).headers(asking(partner, key)).json(body)
    const again = await client.post(URL).headers(asking(partner, key)).json(body)
    assert.deepEqual(again.body(), first.body())
    assert.equal(again.header('idempotency-replayed'), 'true')
    assert.include(await balanceOf(partner.partnerId), { available: 6_000, held: 4_000 })
  })

  test('wants a session that has just proved itself', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    await letProofAge(partner)
    const ask = asking(partner)
    const body = { amount: 4_000, currency: 'EUR' }
    const refused = await client.post(URL).headers(ask).json(body)
    refused.assertStatus(403)
    assert.equal(refused.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    assert.include(await balanceOf(partner.partnerId), { available: 10_000, held: 0 })
    const proof = { password: PASSWORD }
    const proved = await client.post('/api/v1/auth/step-up').headers(partner.headers).json(proof)
    proved.assertStatus(200)
    ;(await client.post(URL).headers(ask).json(body)).assertStatus(201)
  })

  test('refuses what is too little, too much, or not a whole amount', async ({
    client,
    assert,
  }) => {
    const partner = await richPartner(10_000)
    for (const amount of [0, -5, 999, 1.5, '2000'] as const) {
      const response = await client
        .post(URL)
        .headers(asking(partner))
        .json({ amount, currency: 'EUR' })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'amount')
    }
    for (const body of [
      { amount: 10_001, currency: 'EUR' },
      { amount: 1_000, currency: 'USD' },
    ]) {
      const response = await client.post(URL).headers(asking(partner)).json(body)
      response.assertStatus(409)
      assert.equal(response.body().errors[0].code, 'E_INSUFFICIENT_FUNDS')
    }
    assert.include(await balanceOf(partner.partnerId), { available: 10_000, held: 0 })
    assert.isEmpty(await db.from('withdrawals').where('partner_id', partner.partnerId))
  })

  test('refuses partners who may not, or have not said where to', async ({ client, assert }) => {
    const corner = await makeCorner()
    const nowhere = await makePartner(corner)
    const suspended = await makePartner(corner, { status: 'suspended', payout_details: 'x' })
    for (const [partner, code] of [
      [nowhere, 'E_PAYOUT_DETAILS_MISSING'],
      [suspended, 'E_PARTNER_NOT_APPROVED'],
    ] as const) {
      await giveAvailable(partner.partnerId, 5_000)
      const response = await client
        .post(URL)
        .headers(asking(partner))
        .json({ amount: 2_000, currency: 'EUR' })
      response.assertStatus(409)
      assert.equal(response.body().errors[0].code, code)
    }
    const buyer = await actorOfRole('client')
    const other = await client.post(URL).headers(asking(buyer)).json({})
    other.assertStatus(403)
  })

  test('refuses a partner who owes money, in whatever currency', async ({ client, assert }) => {
    const partner = await richPartner(5_000)
    const { partnerId } = partner
    await write(async (trx) =>
      post(trx, {
        kind: 'test_debt',
        refType: 'test',
        refId: newId('refund'),
        currency: 'USD',
        entries: [
          ...(await debitSettled(trx, partnerId, 'USD', 100)),
          { account: 'refund_in_flight', amount: 100 },
        ],
      })
    )
    const response = await client
      .post(URL)
      .headers(asking(partner))
      .json({ amount: 2_000, currency: 'EUR' })
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'E_PARTNER_IN_DEBT')
  })

  test('of fifty at once for eighty of a hundred lets one through', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        client.post(URL).headers(asking(partner)).json({ amount: 8_000, currency: 'EUR' })
      )
    )
    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      1
    )
    assert.isTrue(statuses.every((status) => status === 201 || status === 409))
    assert.include(await balanceOf(partner.partnerId), { available: 2_000, held: 8_000 })
    assert.deepEqual(await wrongBooks(), [])
  })
})

test.group('withdrawals.partner.withdrawals.index', () => {
  test('lists own ones alone', async ({ client, assert }) => {
    const partner = await richPartner(5_000)
    const other = await richPartner(5_000)
    await giveAvailable(partner.partnerId, 9_000, 'USD')
    for (const [who, currency] of [
      [partner, 'EUR'],
      [other, 'EUR'],
      [partner, 'USD'],
    ] as const)
      await client.post(URL).headers(asking(who)).json({ amount: 2_000, currency })

    const first = await client.get(`${URL}?limit=1&status=requested`).headers(partner.headers)
    const { nextCursor: cursor } = first.body().meta
    const second = await client.get(URL).qs({ limit: 1, cursor }).headers(partner.headers)
    const found = [...first.body().data, ...second.body().data]
    assert.deepEqual(
      found.map((one: any) => one.amount.currency),
      ['USD', 'EUR']
    )
    assert.isNull(second.body().meta.nextCursor)
  })
})

test.group('withdrawals.partner.withdrawals.destroy', () => {
  test('takes back what nobody has decided, once', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    const body = { amount: 4_000, currency: 'EUR' }
    const asked = await client.post(URL).headers(asking(partner)).json(body)
    const url = `${URL}/${asked.body().data.id}`
    const other = await richPartner(100)
    const foreign = await client.delete(url).headers(other.headers)
    foreign.assertStatus(404)

    const takeBack = () => client.delete(url).headers(partner.headers)
    const answers = await Promise.all([takeBack(), takeBack(), takeBack()])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [200, 409, 409])
    assert.include(await balanceOf(partner.partnerId), { available: 10_000, held: 0 })
    assert.deepEqual(await wrongBooks(), [])
    const admin = await actorOfRole('admin')
    const late = await client
      .put(`/api/v1/admin/withdrawals/${asked.body().data.id}`)
      .headers(admin.headers)
      .json({ action: 'approve' })
    assert.include(late.body().errors[0], { code: 'E_WITHDRAWAL_STATE', state: 'cancelled' })
    const next = await client.post(URL).headers(asking(partner)).json(body)
    next.assertStatus(201)
  })

  test('knows what little money is in each currency', async ({ client }) => {
    const partner = await richPartner(10_000, 'JPY')
    const ask = (amount: number) =>
      client.post(URL).headers(asking(partner)).json({ amount, currency: 'JPY' })
    const little = await ask(9)
    little.assertStatus(422)
    const enough = await ask(10)
    enough.assertStatus(201)
  })
})
