import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { DomainError } from '#core/exceptions/domain_error'
import { clock, DAY } from '#core/support/clock'
import CompletePart from '#orders/actions/complete_part'
import GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import { swapGateway } from '#payments/gateways/registry'
import RequestRefund from '#refunds/actions/request_refund'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { FakeGateway, type Mood } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  paidOrder,
  tellOfRefund,
  wrongPending,
  wrongRefunds,
  type PaidOrder,
} from '#tests/helpers/refunds'
import { sized } from '#tests/helpers/sizes'

const SEED = Number(process.env.SEED ?? 20261121)
const STEPS = sized({ full: 5000, small: 150 })

/** mulberry32: the same seed, the same story */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test.group('the books', () => {
  test(`are in order after each of ${STEPS} random steps (SEED=${SEED})`, async ({ assert }) => {
    const random = randomFrom(SEED)
    const upTo = (max: number) => Math.floor(random() * max)
    const oneOf = <T>(all: T[]) => all[upTo(all.length)]
    const fake = new FakeGateway()
    const undo = swapGateway(fake)
    const partners = await Promise.all([richPartner(0), richPartner(0), richPartner(0)])
    const admins = [await actorOfRole('admin'), await actorOfRole('admin')].map(asActor)
    const orders: PaidOrder[] = []
    const disputes: ((status: 'won' | 'lost') => Promise<void>)[] = []

    const steps: Record<string, () => Promise<unknown>> = {
      async sell() {
        const sellers = partners.slice(0, 1 + upTo(3))
        const lines = sellers.map(({ partnerId }) => ({
          partnerId,
          amount: 500 + upTo(20_000),
          quantity: 1 + upTo(3),
        }))
        const platformPays = {
          couponId: 'x',
          partnerId: '',
          kind: 'percent' as const,
          bps: 1 + upTo(9_000),
          amount: null,
          minimumAmount: 0,
        }
        const coupon = random() < 0.3 ? platformPays : undefined
        const shipping = upTo(700)
        const commissionBps = upTo(3_000)
        orders.push(await paidOrder({ lines, coupon, shipping, commissionBps, currency: 'EUR' }))
      },
      async complete() {
        const { id } = oneOf(oneOf(orders).parts)
        await db
          .from('partner_orders')
          .where({ id, status: 'placed' })
          .update({ status: 'delivered', completes_at: clock.now() - DAY })
        await new CompletePart().execute(id)
      },
      refundSome: () => refund({ amount: 1 + upTo(8_000) }),
      refundAll: () => refund({}),
      refundLine() {
        const order = oneOf(orders)
        return refund({ lines: [{ lineId: oneOf(order.lines).id, quantity: 1 }] }, order)
      },
      async hearOfRefund() {
        const made = oneOf([...fake.refunds.values()])
        if (made) await tellOfRefund({ ...made, status: oneOf(['pending', 'succeeded', 'failed']) })
      },
      async claim() {
        const order = oneOf(orders)
        const tell = claimOf(order, 1 + upTo(order.total))
        await tell('open')
        disputes.push(tell)
      },
      async decideClaim() {
        if (disputes.length) await oneOf(disputes)(oneOf(['won', 'lost']))
      },
      withdraw() {
        const actor = asActor(oneOf(partners))
        return new RequestWithdrawal().execute({
          actor,
          amount: 1_000 + upTo(9_000),
          currency: 'EUR',
        })
      },
      approve: () =>
        decide((withdrawalId, actor) => new ApproveWithdrawal().execute({ actor, withdrawalId })),
      reject: () =>
        decide((withdrawalId, actor) =>
          new SettleByHand().execute({ actor, withdrawalId, action: 'reject', reason: 'x' })
        ),
      async work() {
        fake.mood = oneOf<Mood>(['succeeds', 'succeeds', 'pending', 'fails', 'refuses', 'lost'])
        await drainOutbox()
      },
    }

    function refund(wanted: object, order = oneOf(orders)) {
      const input = { orderId: order.orderId, reason: 'x', actor: null, ...wanted }
      return new RequestRefund().execute(input)
    }

    async function decide(how: (id: string, actor: (typeof admins)[0]) => Promise<unknown>) {
      const ids = partners.map(({ partnerId }) => partnerId)
      const open = await db
        .from('withdrawals')
        .where('status', 'requested')
        .whereIn('partner_id', ids)
        .orderBy('id')
      if (open.length) await how(oneOf(open).id, oneOf(admins))
    }

    try {
      await steps.sell()
      for (let step = 0; step < STEPS; step++) {
        const name = oneOf(Object.keys(steps))
        // some steps come several at once: they may refuse each other, but never break anything
        const together = Array.from({ length: oneOf([1, 1, 2, 3]) }, () =>
          steps[name]().catch((error) => {
            if (!(error instanceof DomainError)) throw error
          })
        )
        await Promise.all(together)
        const story = `step ${step}: ${name} (SEED=${SEED})`
        assert.deepEqual(await wrongBooks(), [], story)
        assert.deepEqual(await wrongPending(partners.map((one) => one.partnerId)), [], story)
        for (const { partnerId } of partners) {
          const { available, debt } = await balanceOf(partnerId)
          assert.isTrue(available === 0 || debt === 0, `${story}: money and debt`)
        }
      }
      assert.deepEqual(await wrongRefunds(orders.map(({ orderId }) => orderId)), [])
    } finally {
      undo()
    }
  }).timeout(240_000)
})

function claimOf(order: PaidOrder, amount: number) {
  const id = unique('dp_')
  return (status: 'open' | 'won' | 'lost') =>
    write((trx) =>
      outbox.record(
        trx,
        new GatewayDisputeReported('sandbox', {
          id,
          gatewayPaymentId: order.gatewayPaymentId,
          status,
          amount,
          currency: 'EUR',
          reason: 'fraudulent',
        })
      )
    )
}
