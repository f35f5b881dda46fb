import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock, DAY, HOUR, MINUTE } from '#core/support/clock'
import PartCancelled from '#orders/events/part_cancelled'
import { movePart } from '#orders/services/states'
import { swapGateway } from '#payments/gateways/registry'
import StripeGateway from '#payments/gateways/stripe'
import RequestRefund from '#refunds/actions/request_refund'
import SendRefund from '#refunds/actions/send_refund'
import PollRefundsTask from '#refunds/tasks/poll_refunds_task'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { claim, paymentOf } from '#tests/helpers/disputes'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'
import { asActor, makeCorner, makePartners } from '#tests/helpers/marketplace'
import { balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox, dropJobs, mailsTo } from '#tests/helpers/outbox'
import {
  paidOrder,
  paidTooLate,
  partRow,
  refundsOf,
  settle,
  tellOfRefund,
  wrongPending,
  wrongRefunds,
  type PaidOrder,
} from '#tests/helpers/refunds'
import { sized } from '#tests/helpers/sizes'

const RACES = sized({ full: 200, small: 4 })
const ROUNDS = sized({ full: 167, small: 17 })
const WEB_HOOKS_FIRST = sized({ full: 500, small: 25 })

const refund = (order: PaidOrder, wanted: object = {}) =>
  new RequestRefund().execute({
    orderId: order.orderId,
    reason: 'It broke',
    actor: null,
    ...wanted,
  })

const statusesOf = async (order: PaidOrder) =>
  (await refundsOf(order.orderId)).map(({ status }) => status)

async function assertSound(assert: any, orders: PaidOrder[]) {
  assert.deepEqual(await wrongRefunds(orders.map(({ orderId }) => orderId)), [])
  const partners = orders.flatMap(({ parts }) => parts.map((part) => part.partner_id))
  assert.deepEqual(await wrongPending(partners), [])
  assert.deepEqual(await wrongBooks(), [])
}

test.group('refunds', (group) => {
  let fake: FakeGateway
  group.each.setup(async () => {
    await dropJobs('refunds')
    await db.from('refunds').whereNotNull('poll_at').update({ poll_at: null })
    fake = new FakeGateway()
    return swapGateway(fake)
  })
  group.each.teardown(() => clock.reset())

  test('of thirty percent, fifty at once: three succeed, fewer when the bank claims some', async ({
    assert,
  }) => {
    const orders: PaidOrder[] = []
    const sums = { refunded: 0, disputed: 0, captured: 0 }
    let refunds = 0
    for (let round = 0; round < RACES; round++) {
      const order = await paidOrder()
      orders.push(order)
      const amount = Math.floor((order.total * 3) / 10)
      const isClaimed = round % 4 === 3
      let claimed: Promise<unknown> | undefined
      const racing: Promise<unknown>[] = []
      for (let at = 0; at < 50; at++) {
        // after one, two or three of those that may succeed
        if (isClaimed && at === 1 + (round % 3))
          claimed = claim(order, Math.floor(order.total / 2))('open')
        racing.push(refund(order, { amount }))
      }
      const [outcomes] = await Promise.all([Promise.allSettled(racing), claimed])
      const done = outcomes.filter(({ status }) => status === 'fulfilled').length
      if (isClaimed) assert.isAtMost(done, 3)
      else assert.equal(done, 3)
      refunds += done
      const codes = outcomes.flatMap((one) =>
        one.status === 'rejected' ? [one.reason.constructor.code] : []
      )
      assert.deepEqual([...new Set(codes)], ['E_REFUND_TOO_LARGE'])
      const payment = await paymentOf(order)
      const [refunded, disputed, captured] = ['refunded', 'disputed', 'captured'].map((name) =>
        Number(payment[`${name}_amount`])
      )
      assert.isAtMost(refunded + disputed, captured)
      assert.equal(refunded, done * amount)
      if (isClaimed) assert.isAbove(disputed, 0)
      sums.refunded += refunded
      sums.disputed += disputed
      sums.captured += captured
    }
    console.log(`  ${50 * RACES} refunds of ${RACES} payments: ${JSON.stringify(sums)}`)
    await drainOutbox()
    const names = orders.map(({ gatewayPaymentId }) => gatewayPaymentId)
    const made = [...fake.refunds.values()].filter((one) => names.includes(one.gatewayPaymentId))
    assert.lengthOf(made, refunds)
    await assertSound(assert, orders)
  }).timeout(15_000 + 5_000 * RACES)

  test('full, partial and of shipping, some failing, leave exact sums', async ({ assert }) => {
    const partnerIds = await makePartners(await makeCorner(), 3)
    const orders: PaidOrder[] = []
    for (let at = 0; at < ROUNDS; at++) {
      const order = await paidOrder({
        lines: partnerIds.map((partnerId, no) => ({
          partnerId,
          amount: 997 + 13 * at + no,
          quantity: 1 + ((at + no) % 3),
        })),
        shipping: 499,
        commissionBps: 1_234,
        taxBps: at % 2 ? 1_900 : 750,
      })
      orders.push(order)
      for (const wanted of [
        { amount: 499 },
        { lines: [{ lineId: order.lines[at % 3].id, quantity: 1 }] },
        at % 4 ? { amount: 333 + at } : {},
      ]) {
        fake.mood = at % 5 === 2 ? 'fails' : at % 5 === 3 ? 'refuses' : 'succeeds'
        await refund(order, wanted)
        await drainOutbox()
      }
    }
    const rows = await db.from('refunds').whereIn(
      'order_id',
      orders.map(({ orderId }) => orderId)
    )
    assert.lengthOf(rows, 3 * ROUNDS)
    const failed = rows.filter(({ status }) => status === 'failed')
    assert.lengthOf(failed, 3 * orders.filter((_, at) => [2, 3].includes(at % 5)).length)
    await assertSound(assert, orders)
    const atGateway = rows.flatMap(({ id }) => fake.refunds.get(id) ?? [])
    const sum = (all: { amount: number | string }[]) =>
      all.reduce((total, { amount }) => total + Number(amount), 0)
    const succeeded = (all: { amount: number | string; status: string }[]) =>
      sum(all.filter(({ status }) => status === 'succeeded'))
    assert.equal(succeeded(atGateway), succeeded(rows))
  }).timeout(30_000 + 3_000 * ROUNDS)

  test('that failed give everybody exactly what was taken', async ({ assert }) => {
    const order = await paidOrder()
    const [part] = order.parts
    const before = await balanceOf(part.partner_id)
    fake.mood = 'refuses'
    await refund(order, { amount: 3_333 })
    await drainOutbox()
    assert.deepEqual(await statusesOf(order), ['failed'])
    assert.deepEqual(await balanceOf(part.partner_id), before)
    fake.mood = 'pending'
    await refund(order, { amount: 3_333 })
    await drainOutbox()
    await settle(part.id)
    const settled = await balanceOf(part.partner_id)
    const [, pending] = await refundsOf(order.orderId)
    const made = fake.refunds.get(pending.id)!
    await tellOfRefund({ ...made, status: 'failed', failureMessage: 'Account closed' })
    await tellOfRefund({ ...made, status: 'failed' })
    const after = await balanceOf(part.partner_id)
    assert.equal(after.available, Number(part.earning_amount))
    assert.isAbove(after.available, settled.available)
    await assertSound(assert, [order])
  })

  test('that failed promise the pieces again, or tell staff', async ({ assert }) => {
    const admin = await actorOfRole('admin')
    const listing = await makeListing({ stock: 2 })
    const lines = [{ partnerId: listing.partnerId, amount: 1_000, quantity: 2, listing }]
    const order = await paidOrder({ lines })
    const pieces = { lines: [{ lineId: order.lines[0].id, quantity: 1 }] }
    const counts = async () => {
      const { quantity } = await db
        .from('stock_reservations')
        .where('order_id', order.orderId)
        .firstOrFail()
      const { reserved } = await db.from('variants').where('id', listing.variantId).firstOrFail()
      return [quantity, reserved]
    }
    const news = () =>
      db.from('notifications').where({ user_id: admin.user.id, kind: 'refund_goods_sold' })
    fake.mood = 'refuses'
    await refund(order, pieces)
    assert.deepEqual(await counts(), [1, 1])
    await drainOutbox()
    assert.deepEqual(await statusesOf(order), ['failed'])
    assert.deepEqual(await counts(), [2, 2])
    assert.lengthOf(await news(), 0)

    await refund(order, pieces)
    await paidOrder({ lines: [{ ...lines[0], quantity: 1 }] })
    assert.deepEqual(await counts(), [1, 2])
    await drainOutbox()
    assert.deepEqual(await statusesOf(order), ['failed', 'failed'])
    assert.deepEqual(await counts(), [1, 2])
    assert.lengthOf(await news(), 1)
    await assertSound(assert, [order])
  })

  test('of a part leave the free part of the order alone, those of everything end it', async ({
    assert,
  }) => {
    const [partnerId, generous] = await makePartners(await makeCorner(), 2)
    const coupon = {
      couponId: 'none',
      partnerId: generous,
      kind: 'percent' as const,
      bps: 10_000,
      amount: null,
      minimumAmount: 0,
    }
    const lines = [
      { partnerId, amount: 1_000, quantity: 2 },
      { partnerId: generous, amount: 5_000 },
    ]
    const order = await paidOrder({ lines, coupon })
    const free = order.parts.find((part) => part.partner_id === generous)!
    assert.equal(Number(free.total_amount), 0)
    await refund(order, { amount: 1 })
    await refund(order, { lines: [{ lineId: order.lines[0].id, quantity: 1 }] })
    assert.equal((await partRow(free.id)).status, 'placed')
    await refund(order)
    assert.equal((await partRow(free.id)).status, 'cancelled')
    await assertSound(assert, [order])
  })

  test('are one with their web hook, even when it comes first', async ({ assert }) => {
    const order = await paidOrder({
      lines: [{ partnerId: (await onePartner())!, amount: 1_000 * (WEB_HOOKS_FIRST + 1) }],
    })
    let parked = 0
    for (let at = 0; at < WEB_HOOKS_FIRST; at++) {
      fake.beforeAnswer = async (made) => {
        const isNamed = at % 2 === 0
        await tellOfRefund({ ...made, refundId: isNamed ? made.refundId : undefined }).catch(
          (error) => {
            assert.equal(error.constructor.code, 'E_GATEWAY_OBJECT_UNKNOWN')
            parked++
          }
        )
      }
      const id = await refund(order, { amount: 1_000 })
      await drainOutbox()
      await tellOfRefund({ ...fake.refunds.get(id)!, refundId: undefined })
      await tellOfRefund(fake.refunds.get(id)!)
    }
    assert.equal(parked, Math.floor(WEB_HOOKS_FIRST / 2))
    const refunds = await refundsOf(order.orderId)
    console.log(`  ${WEB_HOOKS_FIRST} web hooks before the answer: ${refunds.length} refunds`)
    assert.lengthOf(refunds, WEB_HOOKS_FIRST)
    assert.deepEqual(new Set(await statusesOf(order)), new Set(['succeeded']))
    await assertSound(assert, [order])
  }).timeout(30_000 + 1_000 * WEB_HOOKS_FIRST)

  test('whose answer is lost are asked for again with the same key', async ({ assert }) => {
    const order = await paidOrder()
    fake.mood = 'lost'
    await refund(order, { amount: 1_000 })
    await drainOutbox()
    assert.deepEqual(await statusesOf(order), ['requested'])
    clock.travel(4 * MINUTE)
    fake.mood = 'succeeds'
    await Promise.all([new PollRefundsTask().run(), drainOutbox()])
    assert.deepEqual(await statusesOf(order), ['succeeded'])
    const [{ id }] = await refundsOf(order.orderId)
    assert.isTrue(fake.refunds.has(id))
    assert.isAbove(fake.callsFor(id), 1)
    await drainOutbox()
    assert.include((await mailsTo(order.client.user.email!)).at(-1), '10.00 EUR of order')
    await assertSound(assert, [order])
  })

  test('that begin at the gateway are recorded once', async ({ assert }) => {
    const order = await paidOrder()
    const news = {
      id: unique('re_'),
      gatewayPaymentId: order.gatewayPaymentId,
      status: 'pending' as const,
      amount: 2_500,
      currency: 'EUR',
    }
    await Promise.all([tellOfRefund(news), tellOfRefund(news)])
    await tellOfRefund({ ...news, status: 'succeeded' })
    await tellOfRefund(news)
    assert.deepEqual(await statusesOf(order), ['succeeded'])
    await drainOutbox()
    const [{ id }] = await refundsOf(order.orderId)
    assert.equal(fake.callsFor(id), 0)
    await assertSound(assert, [order])
    await assert.rejects(() => tellOfRefund({ ...news, id: 'x', gatewayPaymentId: 'pi_of_nobody' }))
  })

  test('of a part that has not shipped end it, and free its stock', async ({ assert }) => {
    const listing = await makeListing()
    const { partnerId } = listing
    const order = await paidOrder({ lines: [{ partnerId, amount: 1_000, quantity: 3, listing }] })
    const stock = () => db.from('variants').where('id', listing.variantId).firstOrFail()
    const { reserved } = await stock()
    await refund(order, { lines: [{ lineId: order.lines[0].id, quantity: 1 }] })
    assert.equal((await stock()).reserved, reserved - 1)
    assert.equal((await partRow(order.parts[0].id)).status, 'placed')
    await refund(order)
    assert.equal((await stock()).reserved, reserved - 3)
    assert.equal((await partRow(order.parts[0].id)).status, 'cancelled')
    const row = await db.from('orders').where('id', order.orderId).firstOrFail()
    assert.equal(row.status, 'refunded')
    await drainOutbox()
    await assertSound(assert, [order])
  })

  test('of a cancelled part give back all of it, once', async ({ assert }) => {
    const partnerIds = await makePartners(await makeCorner(), 2)
    const lines = partnerIds.map((partnerId) => ({ partnerId, amount: 4_000 }))
    const order = await paidOrder({ lines, shipping: 300 })
    const [part] = order.parts
    const cancelled = new PartCancelled(part.id, order.orderId, 'Out of stock')
    await write(async (trx) => {
      await movePart(trx, part, 'cancelled')
      await outbox.record(trx, cancelled)
      await outbox.record(trx, cancelled)
    })
    await drainOutbox()
    const rows = await refundsOf(order.orderId)
    assert.deepEqual(
      rows.map(({ amount, status }) => [Number(amount), status]),
      [[Number(part.total_amount), 'succeeded']]
    )
    assert.equal((await balanceOf(part.partner_id)).pending, 0)
    await assertSound(assert, [order])
  })

  test('of a cancelled part that fail are made again, so often, and then the client is told', async ({
    assert,
  }) => {
    const order = await paidOrder()
    const told = () =>
      db
        .from('notifications')
        .where({ user_id: order.client.user.id, kind: 'refund_failed' })
        .count('* as count')
        .then(([{ count }]) => Number(count))
    const [part] = order.parts
    const cancelled = new PartCancelled(part.id, order.orderId, 'Out of stock')
    await write(async (trx) => {
      await movePart(trx, part, 'cancelled')
      await outbox.record(trx, cancelled)
    })
    fake.mood = 'refuses'
    for (const [failures, hours] of [0, 1, 5, 24, 90].entries()) {
      // not before its time
      clock.travel(hours * HOUR - MINUTE)
      await drainOutbox()
      assert.lengthOf(await refundsOf(order.orderId), failures)
      assert.equal(await told(), 0)
      clock.travel(MINUTE)
      await drainOutbox()
      assert.lengthOf(await refundsOf(order.orderId), failures + 1)
    }
    assert.deepEqual([...new Set(await statusesOf(order))], ['failed'])
    assert.equal(await told(), 1)
    const mails = await mailsTo(order.client.user.email!)
    assert.lengthOf(
      mails.filter((mail) => /Subject: The refund for order .* failed/.test(mail)),
      1
    )
    clock.travel(30 * DAY)
    await drainOutbox()
    assert.lengthOf(await refundsOf(order.orderId), 5)
    await assertSound(assert, [order])
  }).timeout(60_000)

  test('that fail and are made again give the money back once', async ({ assert }) => {
    const order = await paidOrder()
    const late = await paidTooLate(order)
    const [part] = order.parts
    await write(async (trx) => {
      await movePart(trx, part, 'cancelled')
      await outbox.record(trx, new PartCancelled(part.id, order.orderId, 'Out of stock'))
    })
    fake.mood = 'refuses'
    await drainOutbox()
    fake.mood = 'pending'
    clock.travel(HOUR)
    await drainOutbox()
    // staff were quicker in asking than the next job: nothing is left for it
    await assert.rejects(() => refund(order), /Nothing is left/)
    clock.travel(30 * DAY)
    await drainOutbox()
    for (const made of fake.refunds.values()) await tellOfRefund({ ...made, status: 'succeeded' })
    const rows = await refundsOf(order.orderId)
    const succeeded = rows.filter(({ status }) => status === 'succeeded')
    assert.deepEqual(
      succeeded.map(({ payment_id: of, amount }) => [of, Number(amount)]).sort(),
      [
        [order.paymentId, order.total],
        [late.paymentId, order.total],
      ].sort()
    )
    assert.lengthOf(rows, 4)
    assert.deepEqual(await wrongBooks(), [])
  })

  test('of one’s own credentials’ fault do not fail: they wait', async ({ assert }) => {
    const order = await paidOrder()
    const stranger = new StripeStandIn()
    const url = await stranger.start()
    const settings = { secretKey: 'sk_test_other', webhookSecrets: [], url, timeout: 2000 }
    const undo = swapGateway(new StripeGateway(settings))
    await db.from('payments').where('id', order.paymentId).update({ gateway: 'stripe' })
    const id = await refund(order)
    await assert.rejects(() => new SendRefund().execute({ refundId: id }), /credentials/)
    assert.deepEqual(await statusesOf(order), ['requested'])
    undo()
    await stranger.stop()
    await dropJobs('refunds')
  })

  test('of what the gateway cannot send exactly are refused before they are booked', async ({
    assert,
  }) => {
    const order = await paidOrder({ currency: 'KWD' })
    await db.from('payments').where('id', order.paymentId).update({ gateway: 'stripe' })
    const actor = asActor(await actorOfRole('admin'))
    const error = await refund(order, { amount: 1_995, actor }).catch((thrown) => thrown)
    assert.instanceOf(error, InvalidField)
    assert.match(error.message, /^The amount field must be/)
    assert.lengthOf(await refundsOf(order.orderId), 0)
    await refund(order, { amount: 1_990, actor })
    assert.deepEqual(await statusesOf(order), ['requested'])
    await dropJobs('refunds')
    await assertSound(assert, [order])
  })

  test('of a part that cost nothing take back what the platform gave', async ({ assert }) => {
    const [partnerId] = await makePartners(await makeCorner(), 1)
    const coupon = {
      couponId: 'x',
      partnerId: '',
      kind: 'percent' as const,
      bps: 10_000,
      amount: null,
      minimumAmount: 0,
    }
    const [other] = await makePartners(await makeCorner(), 1)
    const lines = [
      { partnerId, amount: 4_000 },
      { partnerId: other, amount: 1_000 },
    ]
    const order = await paidOrder({ lines, coupon, shipping: 100 })
    await refund(order, { partId: order.parts[0].id })
    await drainOutbox()
    assert.equal((await balanceOf(partnerId)).pending, 0)
    assert.isAbove((await balanceOf(other)).pending, 0)
    await assertSound(assert, [order])
  })

  test('send back what was paid too late, and nothing else', async ({ assert }) => {
    const order = await paidOrder()
    const { paymentId: lateId } = await paidTooLate(order)
    fake.mood = 'refuses'
    await drainOutbox()
    const [failed] = await db.from('refunds').where('payment_id', lateId)
    assert.equal(failed.status, 'failed')
    // everything that can go back is asked for again: the good payment, and then the late one
    fake.mood = 'succeeds'
    const good = await refund(order)
    const again = await refund(order)
    await assert.rejects(() => refund(order), /Nothing is left/)
    await drainOutbox()
    const rows = await db.from('refunds').whereIn('id', [good, again]).orderBy('id')
    assert.deepEqual(
      rows.map(({ payment_id: of, status, amount }) => [of, status, Number(amount)]),
      [
        [order.paymentId, 'succeeded', order.total],
        [lateId, 'succeeded', order.total],
      ]
    )
    assert.deepEqual(await wrongBooks(), [])
  })

  test('after a payout make a debt that the next sales repay', async ({ assert }) => {
    const partner = await richPartner(0)
    const lines = [{ partnerId: partner.partnerId, amount: 10_000 }]
    const first = await paidOrder({ lines })
    const earned = Number(first.parts[0].earning_amount)
    await settle(first.parts[0].id)
    const withdraw = (amount: number) =>
      new RequestWithdrawal().execute({ actor: asActor(partner), amount, currency: 'EUR' })
    const { id: withdrawalId } = await withdraw(earned)
    const actor = asActor(await actorOfRole('admin'))
    await new ApproveWithdrawal().execute({ actor, withdrawalId })
    await drainOutbox()
    const paidOut = await db.from('withdrawals').where('id', withdrawalId).firstOrFail()
    assert.equal(paidOut.status, 'paid')
    assert.isTrue(fake.payouts.has(withdrawalId))
    await refund(first)
    await drainOutbox()
    const owing = { available: 0, held: 0, inFlight: 0, debt: earned }
    assert.include(await balanceOf(partner.partnerId), owing)
    await assert.rejects(() => withdraw(1_000), /Refunds took more/)

    const second = await paidOrder({ lines: [{ ...lines[0], amount: 15_000 }] })
    await settle(second.parts[0].id)
    const net = Number(second.parts[0].earning_amount) - earned
    assert.include(await balanceOf(partner.partnerId), { available: net, debt: 0, pending: 0 })
    await assertSound(assert, [first, second])
  })
})

async function onePartner() {
  const [id] = await makePartners(await makeCorner(), 1)
  return id
}
