import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { swapGateway } from '#payments/gateways/registry'
import { actorOfRole } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { paidOrder, partRow, refundsOf, settle } from '#tests/helpers/refunds'

async function ordered() {
  const partner = await makePartner(await makeCorner())
  const other = await makePartner(await makeCorner())
  const lines = [partner, other].map(({ partnerId }) => ({
    partnerId,
    amount: 10_000,
    quantity: 2,
  }))
  const order = await paidOrder({ lines })
  return { partner, other, order, url: `/api/v1/orders/${order.orderId}` }
}

test.group('refunds.requests.store', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('goes to the partner, who gives the money back', async ({ client, assert }) => {
    const { partner, other, order, url } = await ordered()
    const body = { lines: [{ lineId: order.lines[0].id, quantity: 1 }], reason: 'It broke' }
    const asked = await client
      .post(`${url}/refund-requests`)
      .headers(order.client.headers)
      .json(body)
    asked.assertStatus(201)
    const { data } = asked.body()
    assert.include(data, { status: 'open', partnerOrderId: order.parts[0].id })
    assert.equal(data.amount.amount, 11_900)
    const twice = await client
      .post(`${url}/refund-requests`)
      .headers(order.client.headers)
      .json(body)
    assert.equal(twice.body().errors[0].code, 'E_REFUND_REQUEST_OPEN')
    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'It broke')

    const answerUrl = `/api/v1/partner/refund-requests/${data.id}`
    const accept = { decision: 'accept', answer: 'Sorry' }
    const foreign = await client.put(answerUrl).headers(other.headers).json(accept)
    foreign.assertStatus(404)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.put(answerUrl).headers(partner.headers).json(accept))
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 409, 409, 409, 409])
    await drainOutbox()
    const [refund] = await refundsOf(order.orderId)
    assert.include(refund, { status: 'succeeded', cause_key: `request:${data.id}` })
    assert.equal(Number(refund.amount), 11_900)
    const again = await client
      .post(`${url}/refund-requests`)
      .headers(order.client.headers)
      .json(body)
    again.assertStatus(201)
    assert.deepEqual(await wrongBooks(), [])
  })

  test('says what is missing', async ({ client, assert }) => {
    const { order, url } = await ordered()
    const ask = async (body: object) => {
      const answer = await client
        .post(`${url}/refund-requests`)
        .headers(order.client.headers)
        .json(body)
      return [answer.status(), answer.body().errors[0].field ?? answer.body().errors[0].code]
    }
    assert.deepEqual(await ask({ reason: 'x' }), [422, 'lines'])
    assert.deepEqual(await ask({ reason: 'x', amount: 100 }), [422, 'partnerOrderId'])
    const lines = order.lines.map(({ id }) => ({ lineId: id, quantity: 1 }))
    assert.deepEqual(await ask({ reason: 'x', lines }), [422, 'lines'])
    const much = { reason: 'x', amount: 23_801, partnerOrderId: order.parts[0].id }
    assert.deepEqual(await ask(much), [409, 'E_REFUND_TOO_LARGE'])
  })

  test('that is contested is decided by staff, and keeps the money on hold', async ({
    client,
    assert,
  }) => {
    const { partner, order, url } = await ordered()
    const [part] = order.parts
    const admin = await actorOfRole('admin')
    const asked = await client
      .post(`${url}/refund-requests`)
      .headers(order.client.headers)
      .json({ amount: 5_000, partnerOrderId: part.id, reason: 'It broke' })
    const answer = await client
      .put(`/api/v1/partner/refund-requests/${asked.body().data.id}`)
      .headers(partner.headers)
      .json({ decision: 'contest', answer: 'It did not' })
    assert.equal(answer.body().data.status, 'contested')
    await assert.rejects(() => settle(part.id), /did not complete/)

    const dispute = await db.from('disputes').where('partner_order_id', part.id).firstOrFail()
    const resolveUrl = `/api/v1/admin/disputes/${dispute.id}`
    const resolved = await client
      .put(resolveUrl)
      .headers(admin.headers)
      .json({ resolution: 'partial', amount: 2_000, reason: 'Half of it broke' })
    resolved.assertStatus(200)
    assert.equal(resolved.body().data.status, 'resolved_client')
    const late = await client
      .put(resolveUrl)
      .headers(admin.headers)
      .json({ resolution: 'reject', reason: 'x' })
    assert.include(late.body().errors[0], { code: 'E_DISPUTE_NOT_OPEN', state: 'resolved_client' })
    await drainOutbox()
    const request = await db.from('refund_requests').where('order_id', order.orderId).firstOrFail()
    const [refund] = await refundsOf(order.orderId)
    assert.include(request, { status: 'accepted', refund_id: refund.id })
    assert.equal(Number(refund.amount), 2_000)
    await settle(part.id)
    assert.deepEqual(await wrongBooks(), [])
  })
})

test.group('refunds.disputes.store', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('keeps a part from completing until staff decide', async ({ client, assert }) => {
    const { order, url } = await ordered()
    const [part] = order.parts
    const body = { partnerOrderId: part.id, reason: 'Never came' }
    const opened = await client.post(`${url}/disputes`).headers(order.client.headers).json(body)
    opened.assertStatus(201)
    const { id } = opened.body().data
    const twice = await client.post(`${url}/disputes`).headers(order.client.headers).json(body)
    assert.equal(twice.body().errors[0].code, 'E_DISPUTE_OPEN')
    assert.equal((await partRow(part.id)).open_disputes, 1)
    await assert.rejects(() => settle(part.id), /did not complete/)
    const foreign = { ...body, partnerOrderId: (await paidOrder()).parts[0].id }
    const wrong = await client.post(`${url}/disputes`).headers(order.client.headers).json(foreign)
    wrong.assertStatus(422)

    const admin = await actorOfRole('admin')
    const queue = await client.get('/api/v1/admin/disputes?limit=100').headers(admin.headers)
    assert.include(
      queue.body().data.map((one: any) => one.id),
      id
    )
    const answers = await Promise.all(
      ['refund', 'reject', 'refund', 'reject'].map((resolution) =>
        client
          .put(`/api/v1/admin/disputes/${id}`)
          .headers(admin.headers)
          .json({ resolution, reason: 'We looked' })
      )
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 409, 409, 409])
    const row = await db.from('disputes').where({ id }).firstOrFail()
    const refunds = await refundsOf(order.orderId)
    assert.lengthOf(refunds, row.status === 'resolved_client' ? 1 : 0)
    assert.equal((await partRow(part.id)).open_disputes, 0)
    await drainOutbox()
    assert.deepEqual(await wrongBooks(), [])
  })

  test('needs no part where the order has one', async ({ client, assert }) => {
    const one = await paidOrder()
    const { order: many, url } = await ordered()
    const open = (path: string, headers: Record<string, string>) =>
      client.post(`${path}/disputes`).headers(headers).json({ reason: 'Never came' })
    const opened = await open(`/api/v1/orders/${one.orderId}`, one.client.headers)
    opened.assertStatus(201)
    assert.equal(opened.body().data.partnerOrderId, one.parts[0].id)
    const unclear = await open(url, many.client.headers)
    unclear.assertStatus(422)
    assert.equal(unclear.body().errors[0].field, 'partnerOrderId')
  })

  test('leaves charge-backs to the bank', async ({ client, assert }) => {
    const { order } = await ordered()
    const admin = await actorOfRole('admin')
    const id = newId('dispute')
    await db.table('disputes').insert({
      id,
      order_id: order.orderId,
      payment_id: order.paymentId,
      origin: 'gateway',
      origin_id: 'sandbox:x',
      open_for: id,
      reason: 'fraudulent',
      status: 'open',
      amount: 1,
      currency: 'EUR',
      created_at: 1,
      updated_at: 1,
    })
    const answer = await client
      .put(`/api/v1/admin/disputes/${id}`)
      .headers(admin.headers)
      .json({ resolution: 'reject', reason: 'x' })
    assert.equal(answer.body().errors[0].code, 'E_DECIDED_BY_BANK')
  })
})
