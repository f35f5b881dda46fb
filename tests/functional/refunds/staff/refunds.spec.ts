import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { swapGateway } from '#payments/gateways/registry'
import { actorOfRole } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeCorner, makePartners } from '#tests/helpers/marketplace'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { freshKey, makeOrder } from '#tests/helpers/payments'
import { paidOrder, refundsOf, wrongRefunds } from '#tests/helpers/refunds'

const urlOf = (orderId: string) => `/api/v1/orders/${orderId}/refund`

test.group('refunds.staff.refunds.store', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('gives back an amount, with everybody giving their share', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const order = await paidOrder()
    const response = await client
      .post(urlOf(order.orderId))
      .headers({ ...admin.headers, ...freshKey() })
      .json({ amount: 1_190, reason: 'A scratch' })
    response.assertStatus(201)
    const { data } = response.body()
    assert.include(data, { status: 'requested', reference: null, reason: 'A scratch' })
    const euros = (amount: number) => ({ amount, currency: 'EUR' })
    assert.deepEqual(data.amount, euros(1_190))
    // 10 % of 119.00: of 90.00 earned, 10.00 commission, 19.00 tax
    assert.deepEqual(data.shares, [
      {
        partnerOrderId: order.parts[0].id,
        amount: euros(1_190),
        partner: euros(900),
        platform: euros(100),
        tax: euros(190),
      },
    ])
    await drainOutbox()
    const [row] = await refundsOf(order.orderId)
    assert.equal(row.status, 'succeeded')
    const audit = await db.from('audit_entries').where('subject_id', row.id).firstOrFail()
    assert.include(audit, { action: 'refund.requested', actor_id: admin.user.id })
  })

  test('gives back pieces of lines, then all that is left', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const partnerIds = await makePartners(await makeCorner(), 2)
    const lines = partnerIds.map((partnerId) => ({ partnerId, amount: 1_000, quantity: 3 }))
    const order = await paidOrder({ lines, shipping: 500 })
    const give = async (body: object) => {
      const headers = { ...admin.headers, ...freshKey() }
      const response = await client.post(urlOf(order.orderId)).headers(headers).json(body)
      return { status: response.status(), body: response.body() }
    }
    const [line] = order.lines
    const pieces = await give({ lines: [{ lineId: line.id, quantity: 2 }], reason: 'Two broke' })
    assert.equal(pieces.body.data.amount.amount, 2_380)
    const more = await give({ lines: [{ lineId: line.id, quantity: 2 }], reason: 'Two more' })
    assert.equal(more.status, 409)
    assert.include(more.body.errors[0], { code: 'E_REFUND_TOO_LARGE', left: 1 })
    const strange = await give({
      lines: [{ lineId: newId('orderLine'), quantity: 1 }],
      reason: 'x',
    })
    assert.equal(strange.status, 422)

    const rest = await give({ reason: 'Everything' })
    assert.equal(rest.body.data.amount.amount, order.total - 2_380)
    const nothing = await give({ reason: 'Again' })
    assert.equal(nothing.body.errors[0].code, 'E_NOTHING_TO_REFUND')
    const row = await db.from('orders').where('id', order.orderId).firstOrFail()
    assert.equal(row.status, 'refunded')
    await drainOutbox()
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('refuses what is no amount, no order of money, or has no key', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const order = await paidOrder()
    const lines = [{ lineId: order.lines[0].id, quantity: 1 }]
    for (const body of [
      { amount: 0 },
      { amount: -5 },
      { amount: 1.5 },
      { amount: '100' },
      { lines: [] },
      { lines: [{ ...lines[0], quantity: 0 }] },
      { amount: 100, lines },
    ]) {
      const response = await client
        .post(urlOf(order.orderId))
        .headers({ ...admin.headers, ...freshKey() })
        .json({ ...body, reason: 'x' })
      response.assertStatus(422)
    }
    const keyless = await client
      .post(urlOf(order.orderId))
      .headers(admin.headers)
      .json({ reason: 'x' })
    keyless.assertStatus(400)
    const unpaid = await makeOrder()
    const response = await client
      .post(urlOf(unpaid.orderId))
      .headers({ ...admin.headers, ...freshKey() })
      .json({ reason: 'x' })
    assert.equal(response.body().errors[0].code, 'E_NOTHING_TO_REFUND')
    assert.isEmpty(await refundsOf(order.orderId))
  })

  test('is one refund for one key', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const order = await paidOrder()
    const key = freshKey()
    const give = () =>
      client
        .post(urlOf(order.orderId))
        .headers({ ...admin.headers, ...key })
        .json({ amount: 100, reason: 'x' })
    await Promise.all(Array.from({ length: 10 }, give))
    const again = await give()
    again.assertStatus(201)
    assert.lengthOf(await refundsOf(order.orderId), 1)
  })
})

test.group('refunds.staff.refunds.index', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('finds refunds by order, payment and state, each with its own shares', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const [order, other] = [await paidOrder(), await paidOrder()]
    for (const [orderId, amount] of [
      [order.orderId, 1_000],
      [order.orderId, 500],
      [other.orderId, 700],
    ] as const)
      await client
        .post(urlOf(orderId))
        .headers({ ...admin.headers, ...freshKey() })
        .json({ amount, reason: 'A scratch' })
    const ask = async (query: object) => {
      const response = await client.get('/api/v1/admin/refunds').qs(query).headers(admin.headers)
      response.assertStatus(200)
      return response.body()
    }
    const { data } = await ask({ orderId: order.orderId })
    assert.deepEqual(
      data.map((one: any) => [one.amount.amount, one.shares.length]),
      [
        [500, 1],
        [1_000, 1],
      ]
    )
    const first = await ask({ paymentId: order.paymentId, status: 'requested', limit: 1 })
    const second = await ask({ paymentId: order.paymentId, cursor: first.meta.nextCursor })
    assert.deepEqual([...first.data, ...second.data], data)
    assert.isEmpty((await ask({ orderId: order.orderId, status: 'failed' })).data)

    const path = `/api/v1/admin/refunds/${data[0].id}`
    const one = await client.get(path).headers(admin.headers)
    assert.deepEqual(one.body().data, data[0])
  })
})
