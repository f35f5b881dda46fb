import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { swapGateway } from '#payments/gateways/registry'
import PollRefundsTask from '#refunds/tasks/poll_refunds_task'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { balanceOf, wrongBooks } from '#tests/helpers/money'
import { drainOutbox, dropJobs } from '#tests/helpers/outbox'
import { freshKey } from '#tests/helpers/payments'
import {
  paidOrder,
  paidWithoutOrder,
  partRow,
  refundsOf,
  settle,
  tellOfRefund,
  wrongPending,
  wrongRefunds,
} from '#tests/helpers/refunds'

let fake: FakeGateway
let admin: TestActor

async function freshGateway() {
  await dropJobs('refunds')
  await db.from('refunds').whereNotNull('poll_at').update({ poll_at: null })
  admin = await actorOfRole('admin')
  fake = new FakeGateway()
  return swapGateway(fake)
}

const post = (client: any, path: string, body: object) =>
  client
    .post(`/api/v1${path}`)
    .headers({ ...admin.headers, ...freshKey() })
    .json({ reason: 'Once more', ...body })
const retry = (client: any, refundId: string) =>
  post(client, `/admin/refunds/${refundId}/retry`, {})

async function statusesOfPayment(paymentId: string) {
  const rows = await db.from('refunds').where('payment_id', paymentId).orderBy('id')
  return rows.map(({ status, amount }) => [status, Number(amount)])
}

test.group('refunds.staff.retries.store', (group) => {
  group.each.setup(freshGateway)
  group.each.teardown(() => clock.reset())

  test('makes a failed refund again, and of ten at once one', async ({ client, assert }) => {
    const listing = await makeListing()
    const { partnerId } = listing
    const order = await paidOrder({ lines: [{ partnerId, amount: 1_000, quantity: 3, listing }] })
    const before = await balanceOf(partnerId)
    fake.mood = 'refuses'
    const lines = [{ lineId: order.lines[0].id, quantity: 1 }]
    const given = await post(client, `/orders/${order.orderId}/refund`, { lines })
    const { id } = given.body().data
    await drainOutbox()
    assert.deepEqual(await balanceOf(partnerId), before)
    const { reserved } = await variantRow(listing.variantId)

    fake.mood = 'succeeds'
    const answers = await Promise.all(Array.from({ length: 10 }, () => retry(client, id)))
    const made = answers.filter((answer) => answer.status() === 201)
    assert.lengthOf(made, 1)
    const { data } = made[0].body()
    for (const answer of answers.filter((one) => one.status() !== 201))
      assert.include(answer.body().errors[0], { code: 'E_REFUND_RETRIED', refundId: data.id })
    await drainOutbox()
    const [failed, again] = await refundsOf(order.orderId)
    assert.include(failed, { status: 'failed', retried_by: again.id })
    assert.include(again, { id: data.id, status: 'succeeded', requested_by: admin.user.id })
    assert.equal(Number(again.amount), Number(failed.amount))
    assert.deepEqual(data.shares, given.body().data.shares)
    assert.deepEqual(data.lines, given.body().data.lines)
    assert.equal(fake.callsFor(again.id), 1)
    // a failed refund reserves the piece again, the next one frees it
    assert.equal((await variantRow(listing.variantId)).reserved, reserved - 1)
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: id, action: 'refund.retried' })
      .firstOrFail()
    assert.include(audit, { actor_id: admin.user.id, reason: 'Once more' })
    assert.equal(audit.person_id, order.client.user.id)
    const twice = await retry(client, again.id)
    assert.include(twice.body().errors[0], { code: 'E_REFUND_NOT_FAILED', state: 'succeeded' })
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongPending([partnerId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('is for the last of a chain, and moves the request with it', async ({ client, assert }) => {
    const order = await paidOrder()
    const asked = await client
      .post(`/api/v1/orders/${order.orderId}/refund-requests`)
      .headers(order.client.headers)
      .json({ amount: 5_000, reason: 'It broke' })
    const requestId = asked.body().data.id
    fake.mood = 'fails'
    const approved = await client
      .put(`/api/v1/admin/refund-requests/${requestId}`)
      .headers(admin.headers)
      .json({ decision: 'approve', reason: 'No answer' })
    const first = approved.body().data.refundId
    await drainOutbox()
    const second = (await retry(client, first)).body().data.id
    await drainOutbox()
    assert.include((await retry(client, first)).body().errors[0], {
      code: 'E_REFUND_RETRIED',
      refundId: second,
    })
    // meanwhile the money was released to the partner
    await settle(order.parts[0].id)
    fake.mood = 'succeeds'
    const third = (await retry(client, second)).body().data.id
    await drainOutbox()
    const request = await db.from('refund_requests').where('id', requestId).firstOrFail()
    assert.equal(request.refund_id, third)
    const statuses = (await refundsOf(order.orderId)).map(({ status }) => status)
    assert.deepEqual(statuses, ['failed', 'failed', 'succeeded'])
    assert.equal(Number((await partRow(order.parts[0].id)).refunded_amount), 5_000)
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('never sends what may have happened, and never more than is left', async ({
    client,
    assert,
  }) => {
    const order = await paidOrder()
    fake.mood = 'lost'
    const lost = await post(client, `/orders/${order.orderId}/refund`, { amount: 1_000 })
    const { id } = lost.body().data
    await drainOutbox()
    assert.include((await retry(client, id)).body().errors[0], {
      code: 'E_REFUND_NOT_FAILED',
      state: 'requested',
    })
    clock.travel(4 * MINUTE)
    fake.mood = 'refuses'
    await new PollRefundsTask().run()
    assert.equal((await refundsOf(order.orderId))[0].status, 'failed')
    const doubtful = await retry(client, id)
    assert.equal(doubtful.body().errors[0].code, 'E_REFUND_IN_DOUBT')
    const keyless = await client
      .post(`/api/v1/admin/refunds/${id}/retry`)
      .headers(admin.headers)
      .json({ reason: 'x' })
    keyless.assertStatus(400)

    const failing = await post(client, `/orders/${order.orderId}/refund`, { amount: 2_000 })
    await drainOutbox()
    fake.mood = 'succeeds'
    ;(await post(client, `/orders/${order.orderId}/refund`, {})).assertStatus(201)
    const late = await retry(client, failing.body().data.id)
    assert.include(late.body().errors[0], { code: 'E_REFUND_TOO_LARGE', left: 0 })
    assert.isNull((await db.from('refunds').where('id', failing.body().data.id).first()).retried_by)
    await drainOutbox()
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('asks again about a stalled refund, and sends no second one', async ({ client, assert }) => {
    const order = await paidOrder()
    fake.mood = 'lost'
    const given = await post(client, `/orders/${order.orderId}/refund`, { amount: 1_000 })
    const { id } = given.body().data
    await drainOutbox()
    fake.mood = 'silent'
    const listed = async () => {
      const answer = await client
        .get(`/api/v1/admin/refunds?stalled=true&orderId=${order.orderId}`)
        .headers(admin.headers)
      answer.assertStatus(200)
      return answer.body().data.map((one: any) => [one.id, one.status, one.isStalled])
    }
    assert.deepEqual(await listed(), [])
    const untilStalled = async () => {
      for (let days = 0; days < 10; days += 0.25) {
        clock.travel(6 * HOUR)
        await new PollRefundsTask().run()
        if ((await refundsOf(order.orderId))[0].poll_at !== null) continue
        // the session has ended meanwhile
        admin = await actorOfRole('admin')
        return days
      }
      throw new Error('It is asked for ever')
    }
    assert.approximately(await untilStalled(), 9, 2)
    assert.deepEqual(await listed(), [[id, 'requested', true]])

    const answers = await Promise.all(Array.from({ length: 5 }, () => retry(client, id)))
    const [asked, ...others] = answers.toSorted((a, b) => a.status() - b.status())
    asked.assertStatus(200)
    assert.include(asked.body().data, { id, status: 'requested', isStalled: false })
    for (const other of others)
      assert.include(other.body().errors[0], { code: 'E_REFUND_NOT_FAILED', state: 'requested' })
    await dropJobs('refunds')
    // silent for another week: then once more
    await untilStalled()
    fake.mood = 'succeeds'
    // after so many failures it is left alone for a while
    clock.travel(5 * MINUTE)
    ;(await retry(client, id)).assertStatus(200)
    await drainOutbox()
    const [refund, ...more] = await refundsOf(order.orderId)
    assert.isEmpty(more)
    assert.include(refund, { id, status: 'succeeded', retried_by: null })
    assert.isAbove(refund.polls, 1)
    assert.deepEqual(await listed(), [])
    assert.equal((await retry(client, id)).body().errors[0].code, 'E_REFUND_NOT_FAILED')
    const audits = await db
      .from('audit_entries')
      .where({ subject_id: id, action: 'refund.retried' })
    assert.lengthOf(audits, 2)
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('sends money of a free link on its way again, whatever came back', async ({
    client,
    assert,
  }) => {
    fake.mood = 'refuses'
    const { paymentId, gatewayPaymentId, amount } = await paidWithoutOrder('cancelled')
    await drainOutbox()
    assert.deepEqual(await statusesOfPayment(paymentId), [['failed', amount]])
    const [failed] = await db.from('refunds').where('payment_id', paymentId)
    fake.mood = 'succeeds'
    const answers = await Promise.all(Array.from({ length: 5 }, () => retry(client, failed.id)))
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 201),
      1
    )
    await drainOutbox()
    assert.deepEqual(await statusesOfPayment(paymentId), [
      ['failed', amount],
      ['succeeded', amount],
    ])
    assert.deepEqual(await wrongBooks(), [])

    // days later the bank sends it back
    const [, again] = await db.from('refunds').where('payment_id', paymentId).orderBy('id')
    await tellOfRefund({ ...fake.refunds.get(again.id)!, gatewayPaymentId, status: 'failed' })
    assert.deepEqual(await wrongBooks(), [])
    ;(await retry(client, again.id)).assertStatus(201)
    await drainOutbox()
    const [, , [last]] = await statusesOfPayment(paymentId)
    assert.equal(last, 'succeeded')
    assert.deepEqual(await wrongBooks(), [])
  })
})

test.group('refunds.staff.payments.store', (group) => {
  group.each.setup(freshGateway)

  test('gives back a paid link without an order, never more than it brought', async ({
    client,
    assert,
  }) => {
    const { paymentId, amount } = await paidWithoutOrder()
    const path = `/admin/payments/${paymentId}/refund`
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(client, path, { amount: 4_000, currency: 'EUR' }))
    )
    const made = answers.filter((answer) => answer.status() === 201)
    assert.lengthOf(made, 2)
    const refusals = answers.filter((answer) => answer.status() !== 201)
    for (const answer of refusals)
      assert.include(answer.body().errors[0], { code: 'E_REFUND_TOO_LARGE', left: amount - 8_000 })
    assert.include(made[0].body().data, { orderId: null, paymentId, status: 'requested' })
    assert.deepEqual(await wrongBooks(), [])
    ;(await post(client, path, { currency: 'USD' })).assertStatus(422)
    ;(await post(client, path, { amount: 0 })).assertStatus(422)
    fake.mood = 'refuses'
    const rest = await post(client, path, {})
    assert.equal(rest.body().data.amount.amount, amount - 8_000)
    assert.equal((await post(client, path, {})).body().errors[0].code, 'E_NOTHING_TO_REFUND')
    await drainOutbox()
    fake.mood = 'succeeds'
    for (const [status, of] of await statusesOfPayment(paymentId)) {
      assert.equal(status, 'failed')
      assert.isAbove(Number(of), 0)
    }
    for (const { id } of await db.from('refunds').where('payment_id', paymentId))
      (await retry(client, id)).assertStatus(201)
    await drainOutbox()
    const payment = await db.from('payments').where('id', paymentId).firstOrFail()
    assert.equal(Number(payment.refunded_amount), amount)
    assert.deepEqual(await wrongBooks(), [])
  })

  test('is not for payments of orders, of nobody, or without a key', async ({ client, assert }) => {
    const order = await paidOrder()
    const path = `/admin/payments/${order.paymentId}/refund`
    const wrong = await post(client, path, {})
    assert.include(wrong.body().errors[0], {
      code: 'E_REFUND_THE_ORDER',
      orderId: order.orderId,
    })
    const keyless = await client
      .post(`/api/v1${path}`)
      .headers(admin.headers)
      .json({ reason: 'Paid twice' })
    keyless.assertStatus(400)
    assert.isEmpty(await refundsOf(order.orderId))
  })
})
