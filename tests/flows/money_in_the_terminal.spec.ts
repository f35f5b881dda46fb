/*
 * Money as staff move it: the souk binary in a child process, against the real server.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import OpenDispute from '#refunds/actions/open_dispute'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { deskOf, json, type Desk } from '#tests/helpers/desk'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { ACCOUNT_NUMBER, balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { paidOrder, refundsOf } from '#tests/helpers/refunds'

test.group('an admin in the terminal: money', (group) => {
  let desk: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    return () => desk.close()
  })
  group.each.setup(() => swapGateway(Object.assign(new FakeGateway(), { createPayout: undefined })))

  test('refunds an amount, and asks for it to be typed', async ({ assert }) => {
    const order = await paidOrder()
    const amount = ['--amount', '40.00', '--currency', 'EUR', '--reason', 'a scratch']
    const create = ['refund', 'create', order.orderId, ...amount]
    const unconfirmed = await desk.run([...create, '--yes'])
    assert.equal(unconfirmed.code, 2)
    assert.include(unconfirmed.stderr, '--confirm 40.00')
    const wrong = await desk.run([...create, '--confirm', '400.00'])
    assert.equal(wrong.code, 2)
    assert.isEmpty(await refundsOf(order.orderId))

    const done = await desk.run([...create, '--confirm', '40.00'])
    assert.equal(done.code, 0, done.stderr)
    assert.include(done.stdout, '40.00 EUR')
    const foreign = ['--amount', '1', '--currency', 'USD', '--reason', 'x', '--confirm', '1']
    assert.equal((await desk.run(['refund', 'create', order.orderId, ...foreign])).code, 5)
    const lines = ['--lines', `${order.lines[0].id}:1`, '--reason', 'x']
    const confirmed = ['--confirm', order.orderId]
    const much = await desk.run(['refund', 'create', order.orderId, ...lines, ...confirmed])
    assert.equal(much.code, 5)
    const rest = ['--full', '--reason', 'never came', ...confirmed]
    assert.equal((await desk.run(['refund', 'create', order.orderId, ...rest])).code, 0)
    await drainOutbox()
    const amounts = (await refundsOf(order.orderId)).map((one) => Number(one.amount))
    assert.deepEqual(amounts, [4_000, order.total - 4_000])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('decides a dispute', async ({ assert }) => {
    const order = await paidOrder()
    const { id } = await new OpenDispute().execute({
      actor: asActor(order.client),
      orderId: order.orderId,
      partnerOrderId: order.parts[0].id,
      reason: 'Half of it broke',
    })
    const open = await json(desk, 'dispute', 'list', '--all')
    assert.include(
      open.map((one: any) => one.id),
      id
    )
    const verdict = ['--resolution', 'partial', '--amount', '20', '--currency', 'EUR']
    const resolve = ['dispute', 'resolve', id, ...verdict, '--reason', 'half', '--confirm', id]
    const done = await desk.run(resolve)
    assert.equal(done.code, 0, done.stderr)
    assert.equal((await desk.run(resolve)).code, 5)
    const [refund] = await refundsOf(order.orderId)
    assert.equal(Number(refund.amount), 2_000)
  })

  test('lets money out, and notes what the bank did', async ({ assert }) => {
    const partner = await richPartner(5_000)
    const input = { actor: asActor(partner), amount: 4_000, currency: 'EUR' }
    const { id } = await new RequestWithdrawal().execute(input)
    const approve = ['withdrawal', 'approve', id, '--reason', 'checked']
    assert.equal((await desk.run([...approve, '--yes'])).code, 2)
    const done = await desk.run([...approve, '--confirm', id])
    assert.equal(done.code, 0, done.stderr)
    const partnerOnly = ['--partner', partner.partnerId]
    const [listed] = await json(desk, 'withdrawal', 'list', '--status', 'approved', ...partnerOnly)
    assert.equal(listed.payTo.accountNumber, ACCOUNT_NUMBER)
    const reference = ['--reference', `SEPA ${id}`, '--reason', 'bank run', '--confirm', id]
    assert.equal((await desk.run(['withdrawal', 'pay', id, ...reference])).code, 0)
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, inFlight: 0 })
    const late = ['withdrawal', 'reject', id, '--reason', 'x', '--yes']
    assert.equal((await desk.run(late)).code, 5)
    const back = ['withdrawal', 'fail', id, '--reason', 'closed', '--confirm', id]
    assert.equal((await desk.run(back)).code, 0)
    const row = await db.from('withdrawals').where({ id }).firstOrFail()
    assert.include(row, { status: 'failed', reason: 'closed' })
    assert.include(await balanceOf(partner.partnerId), { available: 5_000, inFlight: 0 })
  })
})
