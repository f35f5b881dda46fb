import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { DAY } from '#core/support/clock'
import { swapGateway } from '#payments/gateways/registry'
import ApplyDispute from '#refunds/actions/apply_dispute'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { paidOrder, refundsOf, wrongRefunds } from '#tests/helpers/refunds'

const QUEUE = '/api/v1/admin/refund-requests'

async function asked(client: any, wanted: 'lines' | 'amount' = 'lines') {
  const partner = await makePartner(await makeCorner())
  const other = await makePartner(await makeCorner())
  const lines = [partner, other].map(({ partnerId }) => ({
    partnerId,
    amount: 10_000,
    quantity: 2,
  }))
  const order = await paidOrder({ lines })
  const admin = await actorOfRole('admin')
  const url = `/api/v1/orders/${order.orderId}`
  const body =
    wanted === 'lines'
      ? { lines: [{ lineId: order.lines[0].id, quantity: 1 }] }
      : { amount: 5_000, partnerOrderId: order.parts[0].id }
  const answer = await client
    .post(`${url}/refund-requests`)
    .headers(order.client.headers)
    .json({ ...body, reason: 'It broke' })
  answer.assertStatus(201)
  const { id } = answer.body().data
  const decide = (decision: object) =>
    client
      .put(`${QUEUE}/${id}`)
      .headers(admin.headers)
      .json({ reason: 'We looked', ...decision })
  const read = async (path: string, headers: Record<string, string>) => {
    const response = await client.get(path).headers(headers)
    response.assertStatus(200)
    return response.body().data
  }
  return { partner, other, order, admin, url, id, decide, read }
}

async function feedOf(userId: string) {
  const rows = await db.from('notifications').where('user_id', userId).orderBy('id')
  return rows.map(({ kind, body }) => [kind, body])
}

test.group('refunds.staff.requests.index', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('is a queue that staff filter, and a partner sees the own one', async ({
    client,
    assert,
  }) => {
    const { partner, other, order, id, admin, read } = await asked(client)
    const ids = async (query: string, headers = admin.headers, path = QUEUE) =>
      (await read(`${path}?limit=100&${query}`, headers)).map((one: any) => one.id)
    const { partnerId } = partner
    assert.deepEqual(await ids(`partnerId=${partnerId}&status=open`), [id])
    assert.deepEqual(await ids(`orderId=${order.orderId}`), [id])
    assert.isEmpty(await ids(`orderId=${order.orderId}&status=accepted`))
    assert.isEmpty(await ids(`partnerId=${other.partnerId}`))
    const { created_at: at } = await db.from('refund_requests').where({ id }).firstOrFail()
    const [before, after] = [-DAY, DAY].map((by) => new Date(Number(at) + by).toISOString())
    assert.deepEqual(await ids(`partnerId=${partnerId}&since=${before}&until=${after}`), [id])
    assert.isEmpty(await ids(`partnerId=${partnerId}&since=${after}`))
    assert.isEmpty(await ids(`partnerId=${partnerId}&until=${before}`))

    const one = await read(`${QUEUE}/${id}`, admin.headers)
    assert.include(one, { id, clientId: order.client.user.id, status: 'open', reason: 'It broke' })
    assert.equal(one.partner.id, partnerId)
    const own = '/api/v1/partner/refund-requests'
    assert.deepEqual(await ids('status=open', partner.headers, own), [id])
    assert.isEmpty(await ids('status=contested', partner.headers, own))
    assert.isEmpty(await ids('', other.headers, own))
  })

  test('shows in the order to its client, to the partner of the part, and to no other', async ({
    client,
    assert,
  }) => {
    const { partner, other, order, url, id, admin, read } = await asked(client)
    const [part, foreign] = order.parts
    const opened = await client
      .post(`${url}/disputes`)
      .headers(order.client.headers)
      .json({ partnerOrderId: foreign.id, reason: 'Never came' })
    const dispute = opened.body().data
    const casesOf = ({ refundRequests, disputes }: any) => [
      refundRequests.map((one: any) => [one.id, one.status]),
      disputes.map((one: any) => one.id),
    ]
    const all = [[[id, 'open']], [dispute.id]]
    assert.deepEqual(casesOf(await read(url, order.client.headers)), all)
    assert.deepEqual(casesOf(await read(url, admin.headers)), all)
    for (const path of [url, `/api/v1/partner/orders/${part.id}`])
      assert.deepEqual(casesOf(await read(path, partner.headers)), [[[id, 'open']], []])
    for (const path of [url, `/api/v1/partner/orders/${foreign.id}`])
      assert.deepEqual(casesOf(await read(path, other.headers)), [[], [dispute.id]])

    // a charge-back is about the payment of both: each partner sees what it takes of the own part
    const news = { id: unique('dp_'), gatewayPaymentId: order.gatewayPaymentId, reason: 'fraud' }
    await write(() =>
      new ApplyDispute().execute({
        gateway: 'sandbox',
        dispute: { ...news, status: 'open', amount: order.total, currency: 'EUR' } as any,
      })
    )
    const [charged] = (await read(url, partner.headers)).disputes
    assert.include(charged, { origin: 'gateway', paymentId: null })
    assert.equal(charged.amount.amount, Number(part.total_amount))
    const [, whole] = (await read(url, order.client.headers)).disputes
    assert.include(whole, { id: charged.id, paymentId: order.paymentId })
    assert.equal(whole.amount.amount, order.total)
  })
})

test.group('refunds.staff.requests.update', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('gives back what the partner never answered, once, and tells both sides', async ({
    client,
    assert,
  }) => {
    const { partner, order, id, admin, decide } = await asked(client)
    const answers = await Promise.all(
      ['approve', 'reject', 'approve', 'approve'].map((decision) => decide({ decision }))
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 409, 409, 409])
    const row = await db.from('refund_requests').where({ id }).firstOrFail()
    const refunds = await refundsOf(order.orderId)
    assert.lengthOf(refunds, row.status === 'accepted' ? 1 : 0)
    const partnersOwn = await client
      .put(`/api/v1/partner/refund-requests/${id}`)
      .headers(partner.headers)
      .json({ decision: 'accept' })
    assert.include(partnersOwn.body().errors[0], {
      code: 'E_REFUND_REQUEST_NOT_OPEN',
      state: row.status,
    })
    await drainOutbox()
    const audit = await db.from('audit_entries').where('subject_id', id).firstOrFail()
    assert.include(audit, {
      action: 'refund_request.decided',
      actor_id: admin.user.id,
      person_id: order.client.user.id,
      reason: 'We looked',
    })
    assert.deepInclude(await feedOf(partner.user.id), ['refund_request_decided', 'We looked'])
    const toClient = (await feedOf(order.client.user.id)).find(
      ([kind]) => kind === `refund_request_${row.status}`
    )
    assert.include(toClient?.[1], 'We looked')
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('gives back pieces, or less than was asked for, and never more', async ({
    client,
    assert,
  }) => {
    const whole = await asked(client)
    const approved = await whole.decide({ decision: 'approve' })
    approved.assertStatus(200)
    const [refund] = await refundsOf(whole.order.orderId)
    assert.include(approved.body().data, { status: 'accepted', refundId: refund.id })
    const [line] = await db.from('refund_lines').where('refund_id', refund.id)
    assert.include(line, { order_line_id: whole.order.lines[0].id, quantity: 1 })

    const some = await asked(client, 'amount')
    const much = await some.decide({ decision: 'approve', amount: 5_001 })
    assert.include(much.body().errors[0], { code: 'E_REFUND_TOO_LARGE', left: 5_000 })
    const foreign = await some.decide({ decision: 'approve', amount: 100, currency: 'USD' })
    foreign.assertStatus(422)
    ;(await some.decide({ decision: 'reject', amount: 100 })).assertStatus(422)
    ;(await some.decide({ decision: 'approve', amount: 1_500 })).assertStatus(200)
    const [less] = await refundsOf(some.order.orderId)
    assert.equal(Number(less.amount), 1_500)
    assert.equal(Number(refund.amount), 11_900)
    assert.deepEqual(await wrongBooks(), [])
  })

  test('decides a contested one together with its dispute', async ({ client, assert }) => {
    for (const decision of ['approve', 'reject']) {
      const { partner, order, id, decide } = await asked(client)
      await client
        .put(`/api/v1/partner/refund-requests/${id}`)
        .headers(partner.headers)
        .json({ decision: 'contest', answer: 'It did not' })
      const decided = await decide({ decision })
      decided.assertStatus(200)
      const isGranted = decision === 'approve'
      assert.equal(decided.body().data.status, isGranted ? 'accepted' : 'rejected')
      const dispute = await db.from('disputes').where('order_id', order.orderId).firstOrFail()
      assert.equal(dispute.status, isGranted ? 'resolved_client' : 'resolved_partner')
      const refunds = await refundsOf(order.orderId)
      assert.deepEqual(
        refunds.map(({ amount }) => Number(amount)),
        isGranted ? [11_900] : []
      )
      ;(await decide({ decision })).assertStatus(409)
      await drainOutbox()
      assert.deepEqual(await wrongRefunds([order.orderId]), [])
    }
    assert.deepEqual(await wrongBooks(), [])
  })
})
