import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import { assertNoFindings, assertSound, claim, driftOf } from '#tests/helpers/disputes'
import { paymentOf, refundOnItsWay } from '#tests/helpers/disputes'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { balanceOf } from '#tests/helpers/money'
import { paidOrder, paidWithoutOrder, settle, type PaidOrder } from '#tests/helpers/refunds'

/** What the postings about a payment, its refunds and disputes have moved on an account. */
async function movedOn(account: string, paymentId: string): Promise<number> {
  const refunds = await db.from('refunds').where('payment_id', paymentId).select('id')
  const disputes = await db.from('disputes').where('payment_id', paymentId).select('id')
  const [row] = await db
    .from('ledger_entries')
    .join('ledger_transactions', 'ledger_transactions.id', 'ledger_entries.transaction_id')
    .join('ledger_accounts', 'ledger_accounts.id', 'ledger_entries.account_id')
    .where('ledger_accounts.kind', account)
    .where((about) => {
      about.where('ref_id', paymentId)
      for (const { id } of [...refunds, ...disputes])
        about.orWhere('ref_id', id).orWhere('ref_id', 'like', `${id}:%`)
    })
    .sum('ledger_entries.amount as sum')
  return Number(row.sum ?? 0)
}

const disputeOf = ({ paymentId }: Pick<PaidOrder, 'paymentId'>) =>
  db.from('disputes').where('payment_id', paymentId).firstOrFail()

/** @param lost what the platform bears; @param outside what the gateway has taken of it all */
async function assertLoss(
  assert: any,
  order: PaidOrder,
  { lost, outside }: { lost: number; outside: number }
) {
  const dispute = await disputeOf(order)
  assert.equal(Number(dispute.lost_amount), lost)
  assert.equal(await movedOn('fee_expense', order.paymentId), 0 - lost)
  assert.equal(await movedOn('gateway', order.paymentId), outside - order.total)
  await assertSound(assert, order)
  await assertNoFindings(assert, order)
  assert.equal(await driftOf('ledger.losses_are_disputes'), 0)
}

test.group('a charge-back that is lost on top of a refund', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('is the platform’s own loss, once, and ends when it is won after all', async ({
    assert,
  }) => {
    const order = await paidOrder()
    const endRefund = await refundOnItsWay(order, order.total)
    await endRefund('succeeded')
    const tell = claim(order)
    await tell('open')
    await assertLoss(assert, order, { lost: 0, outside: order.total })
    await Promise.all([tell('lost'), tell('lost'), tell('open')])
    await tell('lost')
    assert.equal(Number((await disputeOf(order)).booked_amount), 0)
    // the client has it twice
    await assertLoss(assert, order, { lost: order.total, outside: 2 * order.total })
    await tell('won')
    await tell('won')
    await assertLoss(assert, order, { lost: 0, outside: order.total })
    await tell('lost')
    await assertLoss(assert, order, { lost: 0, outside: order.total })
  })

  test('claims what is left, and the rest is lost', async ({ assert }) => {
    const order = await paidOrder()
    const [part] = order.parts
    await settle(part.id)
    const before = await balanceOf(part.partner_id)
    const endRefund = await refundOnItsWay(order, 4_000)
    await endRefund('succeeded')
    const kept = await balanceOf(part.partner_id)
    const tell = claim(order)
    await tell('lost')
    await assertLoss(assert, order, { lost: 4_000, outside: order.total + 4_000 })
    assert.equal(Number((await paymentOf(order)).disputed_amount), order.total - 4_000)
    assert.equal((await balanceOf(part.partner_id)).available, 0)
    await tell('won')
    await assertLoss(assert, order, { lost: 0, outside: 4_000 })
    assert.deepEqual(await balanceOf(part.partner_id), kept)
    assert.isBelow(kept.available, before.available)
  })

  for (const news of permutations(['open', 'lost', 'failed', 'other'] as const))
    test(`leaves the shares to bear what a refund gave back: ${news.join(', ')}`, async ({
      assert,
    }) => {
      const order = await paidOrder()
      const [endOne, endOther] = [
        await refundOnItsWay(order, 4_000),
        await refundOnItsWay(order, 3_000),
      ]
      const tell = claim(order)
      for (const one of news) {
        if (one === 'failed') await endOne('failed')
        else if (one === 'other') await endOther('succeeded')
        else await tell(one)
        await assertSound(assert, order)
        await assertNoFindings(assert, order)
      }
      // the refund that succeeded is what the client has twice
      await assertLoss(assert, order, { lost: 3_000, outside: order.total + 3_000 })
      assert.equal(Number((await disputeOf(order)).booked_amount), order.total - 3_000)
      // a bank sends back even what succeeded
      await endOther('failed')
      await assertLoss(assert, order, { lost: 0, outside: order.total })
      await tell('won')
      await assertLoss(assert, order, { lost: 0, outside: 0 })
    })

  test('is lost, too, where the payment had no order', async ({ assert }) => {
    const { paymentId, gatewayPaymentId, amount } = await paidWithoutOrder()
    const tell = claim({ gatewayPaymentId } as PaidOrder, amount + 500)
    await tell('lost')
    const dispute = await disputeOf({ paymentId })
    assert.deepEqual([dispute.booked_amount, dispute.lost_amount].map(Number), [amount, 500])
    assert.equal(await movedOn('fee_expense', paymentId), -500)
    assert.equal(await movedOn('gateway', paymentId), 500)
    await tell('won')
    assert.equal(await movedOn('fee_expense', paymentId), 0)
    assert.equal(await movedOn('gateway', paymentId), 0 - amount)
    assert.equal(await driftOf('ledger.losses_are_disputes'), 0)
  })
})

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one) =>
    permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest])
  )
}
