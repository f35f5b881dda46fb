import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import ConfirmSandboxPayment from '#payments/actions/confirm_sandbox_payment'
import RequestRefund from '#refunds/actions/request_refund'
import PollRefundsTask from '#refunds/tasks/poll_refunds_task'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import PollPayoutsTask from '#withdrawals/tasks/poll_payouts_task'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { makeOpenPayment, orderRow } from '#tests/helpers/payments'
import { refundsOf, wrongRefunds } from '#tests/helpers/refunds'

/** Jobs, web hooks of the sandbox, and the jobs that these make; a web hook has its own time. */
async function quiet() {
  for (let round = 0; round < 4; round++) {
    await drainOutbox()
    clock.travel(5_000)
  }
}

test.group('money that goes back through the sandbox', (group) => {
  group.each.teardown(() => clock.reset())

  async function paid(amount: number) {
    const payment = await makeOpenPayment({ amount, taxBps: 0 })
    await new ConfirmSandboxPayment().execute({
      actor: asActor(payment.client),
      paymentId: payment.paymentId,
      outcome: 'succeed',
    })
    await quiet()
    return payment
  }

  test('is refunded by web hook, by the poller when that is lost, once when it comes twice', async ({
    assert,
  }) => {
    const order = await paid(100_000)
    assert.equal((await orderRow(order.orderId)).status, 'placed')
    for (const amount of [5_000, 9_901, 9_902, 9_903, 9_904])
      await new RequestRefund().execute({
        orderId: order.orderId,
        amount,
        reason: 'It broke',
        actor: null,
      })
    await quiet()
    clock.travel(4 * MINUTE)
    await new PollRefundsTask().run()
    await quiet()
    const refunds = await refundsOf(order.orderId)
    assert.deepEqual(
      refunds.map(({ amount, status }) => [Number(amount), status]),
      [
        [5_000, 'succeeded'],
        [9_901, 'failed'],
        [9_902, 'succeeded'],
        [9_903, 'succeeded'],
        [9_904, 'succeeded'],
      ]
    )
    const made = await db.from('sandbox_objects').where('parent_id', order.gatewayPaymentId)
    assert.lengthOf(made, 5)
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('is paid out the same way', async ({ assert }) => {
    const actor = asActor(await actorOfRole('admin'))
    const statuses: string[] = []
    for (const amount of [5_000, 9_901, 9_902, 9_903, 9_904]) {
      const partner = await richPartner(amount)
      const input = { actor: asActor(partner), amount, currency: 'EUR' }
      const { id } = await new RequestWithdrawal().execute(input)
      await new ApproveWithdrawal().execute({ actor, withdrawalId: id })
      await quiet()
      clock.travel(4 * MINUTE)
      await new PollPayoutsTask().run()
      await quiet()
      const row = await db.from('withdrawals').where({ id }).firstOrFail()
      statuses.push(row.status)
      const available = row.status === 'failed' ? amount : 0
      assert.include(await balanceOf(partner.partnerId), { available, held: 0, inFlight: 0 })
      clock.reset()
    }
    assert.deepEqual(statuses, ['paid', 'failed', 'paid', 'paid', 'paid'])
    assert.deepEqual(await wrongBooks(), [])
  })
})
