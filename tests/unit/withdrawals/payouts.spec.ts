import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import GatewayPayoutReported from '#payments/events/gateway_payout_reported'
import { swapGateway } from '#payments/gateways/registry'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import CancelWithdrawal from '#withdrawals/actions/cancel_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import RetryPayout from '#withdrawals/actions/retry_payout'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import { WithdrawalNotThere } from '#withdrawals/errors'
import ListWithdrawals from '#withdrawals/queries/list_withdrawals'
import PollPayoutsTask from '#withdrawals/tasks/poll_payouts_task'
import { actorOfRole } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox, dropJobs } from '#tests/helpers/outbox'
import { sized } from '#tests/helpers/sizes'

const HOLDS = sized({ full: 100, small: 10 })

async function requested() {
  const partner = await richPartner(5_000)
  const input = { actor: asActor(partner), amount: 4_000, currency: 'EUR' }
  const { id } = await new RequestWithdrawal().execute(input)
  return { partner, id }
}

const statusOf = async (id: string) =>
  (await db.from('withdrawals').where({ id }).firstOrFail()).status

test.group('a payout', (group) => {
  let fake: FakeGateway
  group.each.setup(async () => {
    await dropJobs('withdrawals')
    await db.from('withdrawals').whereNotNull('poll_at').update({ poll_at: null })
    fake = new FakeGateway()
    return swapGateway(fake)
  })
  group.each.teardown(() => clock.reset())

  async function approved() {
    const found = await requested()
    const actor = asActor(await actorOfRole('admin'))
    await new ApproveWithdrawal().execute({ actor, withdrawalId: found.id })
    return found
  }

  test('whose answer is lost is asked for again with the same key', async ({ assert }) => {
    const { partner, id } = await approved()
    fake.mood = 'lost'
    await drainOutbox()
    assert.equal(await statusOf(id), 'processing')
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, inFlight: 4_000 })
    clock.travel(4 * MINUTE)
    fake.mood = 'succeeds'
    await Promise.all([new PollPayoutsTask().run(), drainOutbox(), drainOutbox()])
    assert.equal(await statusOf(id), 'paid')
    assert.isTrue(fake.payouts.has(id))
    assert.isAbove(fake.callsFor(id), 1)
    assert.deepEqual(await wrongBooks(), [])
  })

  test('that was not answered for a week is stalled, and asked for again', async ({ assert }) => {
    const { partner, id } = await approved()
    const actor = asActor(await actorOfRole('admin'))
    const retry = () => new RetryPayout().execute({ actor, withdrawalId: id, reason: 'x' })
    const stalled = async () => {
      const filters = { partnerId: partner.partnerId, stalled: true }
      const { rows } = await new ListWithdrawals().execute({ limit: 20 }, filters)
      return rows.map(({ withdrawal }) => withdrawal.id)
    }
    fake.mood = 'lost'
    await drainOutbox()
    fake.mood = 'silent'
    await assert.rejects(retry)
    for (let days = 0; days < 10; days += 0.25) {
      clock.travel(6 * HOUR)
      await new PollPayoutsTask().run()
    }
    assert.deepEqual(await stalled(), [id])
    assert.equal(await statusOf(id), 'processing')
    // after so many failures it is left alone for a while
    clock.travel(5 * MINUTE)
    fake.mood = 'succeeds'
    const answers = await Promise.allSettled([retry(), retry(), retry()])
    assert.lengthOf(
      answers.filter(({ status }) => status === 'fulfilled'),
      1
    )
    assert.deepEqual(await stalled(), [])
    await drainOutbox()
    assert.equal(await statusOf(id), 'paid')
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, inFlight: 0 })
    assert.deepEqual(await wrongBooks(), [])
  })

  test('that is pending is settled by the poller, without another call for money', async ({
    assert,
  }) => {
    const { partner, id } = await approved()
    fake.mood = 'pending'
    await drainOutbox()
    assert.equal(await statusOf(id), 'processing')
    fake.payouts.get(id)!.status = 'paid'
    await new PollPayoutsTask().run()
    assert.equal(await statusOf(id), 'processing')
    clock.travel(4 * MINUTE)
    await new PollPayoutsTask().run()
    assert.equal(await statusOf(id), 'paid')
    assert.equal(fake.callsFor(id), 1)
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, inFlight: 0 })
  })

  test('is settled by news, in whatever order and however often they come', async ({ assert }) => {
    const { partner, id } = await approved()
    fake.mood = 'pending'
    const tell = (status: 'pending' | 'paid' | 'failed', amount = 4_000) =>
      write((trx) =>
        outbox.record(
          trx,
          new GatewayPayoutReported('sandbox', {
            id: 'po_of_news',
            withdrawalId: id,
            status,
            amount,
            currency: 'EUR',
          })
        )
      )
    await tell('paid')
    await tell('pending')
    await tell('paid')
    assert.equal(await statusOf(id), 'paid')
    await assert.rejects(() => tell('paid', 3_999), /was asked for/)
    await tell('failed')
    await tell('failed')
    await tell('pending')
    assert.equal(await statusOf(id), 'failed')
    assert.include(await balanceOf(partner.partnerId), { available: 5_000, inFlight: 0 })
    await drainOutbox()
    assert.equal(fake.callsFor(id), 0)
    assert.deepEqual(await wrongBooks(), [])
  })
})

test.group('a hold', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('is resolved once by twenty who race', async ({ assert }) => {
    const admins = await Promise.all(
      Array.from({ length: 20 }, async () => asActor(await actorOfRole('admin')))
    )
    const ends: Record<string, number> = { approved: 0, rejected: 0, cancelled: 0 }
    for (let hold = 0; hold < HOLDS; hold++) {
      const { partner, id: withdrawalId } = await requested()
      const resolvers = [
        (actor: Actor) => new ApproveWithdrawal().execute({ actor, withdrawalId }),
        (actor: Actor) =>
          new SettleByHand().execute({ actor, withdrawalId, action: 'reject', reason: 'x' }),
        () => new CancelWithdrawal().execute({ actor: asActor(partner), withdrawalId }),
      ]
      // another one is first each time
      const racing = admins.map((actor, at) => resolvers[(hold + at) % 3](actor))
      const outcomes = await Promise.allSettled(racing)
      const losses = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      assert.lengthOf(losses, admins.length - 1)
      const status = await statusOf(withdrawalId)
      for (const loss of losses) {
        assert.instanceOf(loss, WithdrawalNotThere, String(loss))
        assert.deepEqual(loss.details, { state: status })
      }
      ends[status]++
      const expected =
        status === 'approved'
          ? { available: 1_000, held: 0, inFlight: 4_000 }
          : { available: 5_000, held: 0, inFlight: 0 }
      assert.include(await balanceOf(partner.partnerId), expected)
    }
    console.log(`  ${HOLDS} holds, 20 resolvers each: ${JSON.stringify(ends)}`)
    assert.sameMembers(Object.keys(ends), ['approved', 'rejected', 'cancelled'])
    assert.deepEqual(await wrongBooks(), [])
  }).timeout(30_000 + 2_000 * HOLDS)
})
