/*
 * What is sold, bought and paid, as staff see to it: the souk binary against the real server.
 */
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { swapGateway } from '#payments/gateways/registry'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { listingRow, makeListing } from '#tests/helpers/catalogue'
import { deskOf, json, type Desk } from '#tests/helpers/desk'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, richPartner } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { paidOrder, refundsOf } from '#tests/helpers/refunds'

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

test.group('an admin in the terminal: sales', (group) => {
  let desk: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    return () => desk.close()
  })
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('approves a product, hides it with a word to its partner, and brings it back', async ({
    client,
    assert,
  }) => {
    const partner = await richPartner(0)
    const title = unique('A lamp ')
    const waiting = { title, moderation: 'pending', is_public: false }
    const { listingId } = await makeListing({ partner, listing: waiting })
    const onSale = async () => (await client.get(`/api/v1/products/${listingId}`)).status() === 200
    const list = ['product', 'list', '--partner', partner.partnerId, '--moderation']
    assert.deepEqual(idsOf(await json(desk, ...list, 'pending')), [listingId])
    assert.isFalse(await onSale())

    const approved = await desk.run(['product', 'approve', listingId, '--reason', 'seen'])
    assert.equal(approved.code, 0, approved.stderr)
    assert.include(approved.stdout, `approved\t${listingId}\t${title}`)
    assert.isTrue(await onSale())
    assert.equal((await desk.run(['product', 'approve', listingId, '--reason', 'seen'])).code, 5)

    const hide = desk.terminal(['product', 'hide', listingId])
    await hide.expect('Reason')
    hide.type('a forged brand\r')
    await hide.expect(`Hide product: listing ${listingId}?`)
    hide.type('y\r')
    await hide.expect(`hidden  ${listingId}`)
    assert.equal(await hide.exit(), 0)
    assert.isFalse(await onSale())
    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'a forged brand')
    const shown = await json(desk, 'product', 'show', listingId)
    assert.containSubset(shown, { moderation: 'hidden', moderationReason: 'a forged brand' })

    await json(desk, 'product', 'unhide', listingId, '--reason', 'cleared', '--yes')
    assert.equal((await listingRow(listingId)).moderation, 'approved')
    assert.deepEqual(idsOf(await json(desk, ...list, 'approved')), [listingId])
  }).timeout(60_000)

  test('takes an order on its way, and gives back a part by typing the amount', async ({
    assert,
  }) => {
    const { orderId, parts, paymentId, client } = await paidOrder()
    const found = await json(desk, 'order', 'list', '--client', client.user.id)
    assert.deepEqual(idsOf(found), [orderId])
    const step = ['order', 'status', orderId, '--part', parts[0].id, '--yes', '--to']
    assert.equal((await desk.run([...step, 'shipped'])).code, 5)
    for (const status of ['accepted', 'processing'])
      assert.equal((await json(desk, ...step, status)).partnerOrders[0].status, status)
    const history = await json(desk, 'order', 'timeline', orderId)
    assert.deepEqual(
      history.filter((one: any) => one.partnerOrderId).map((one: any) => one.to),
      ['accepted', 'processing']
    )

    const amount = ['--amount', '40.00 EUR', '--reason', 'a scratch']
    const wrong = desk.terminal(['refund', 'create', orderId, ...amount])
    await wrong.expect('Type the amount to go on (40.00)')
    wrong.type('400\r')
    assert.equal(await wrong.exit(), 130)
    const refund = desk.terminal(['refund', 'create', orderId, ...amount])
    await refund.expect('Refund 40.00 of ')
    await refund.expect('0.00 EUR refunded so far.')
    await refund.expect('Type the amount to go on (40.00)')
    refund.type('40.00\r')
    await refund.expect('refunded  rfd_')
    await refund.expect('40.00 EUR  requested  key ')
    await refund.expect('next: souk refund show rfd_')
    assert.equal(await refund.exit(), 0)
    await drainOutbox()
    assert.deepEqual(
      (await refundsOf(orderId)).map((one) => Number(one.amount)),
      [4_000]
    )

    const [listed] = await json(desk, 'refund', 'list', '--order', orderId)
    assert.containSubset(listed, { status: 'succeeded', reason: 'a scratch', paymentId })
    const one = await json(desk, 'refund', 'show', listed.id)
    assert.equal(one.shares[0].partnerOrderId, parts[0].id)
    const payment = await json(desk, 'payment', 'show', paymentId)
    assert.deepEqual(payment.refunded, { amount: 4_000, currency: 'EUR' })
    const page = await desk.run(['order', 'show', orderId])
    assert.include(page.stdout, 'refunded\t40.00 EUR')

    const cancel = ['order', 'cancel', orderId, '--reason', 'sold out', '--yes']
    assert.equal((await json(desk, ...cancel)).partnerOrders[0].status, 'cancelled')
  }).timeout(60_000)

  test('writes an order for a client, and hands out what is asked for on paper', async ({
    assert,
    cleanup,
  }) => {
    const senior = await deskOf('senior_admin')
    cleanup(() => senior.close())
    const { user } = await actorOfRole('client')
    const { variantId } = await makeListing()
    const create = ['order', 'create', '--client', user.id, '--items', `${variantId}:2`]
    const order = await json(desk, ...create, '--reason', 'by telephone', '--yes')
    assert.containSubset(order, { outcome: 'created', status: 'awaiting_payment' })
    assert.equal((await desk.run(['order', 'invoice', order.id])).code, 5)

    const file = senior.path('orders.csv')
    const exported = ['order', 'export', '--client', user.id, '--output', file]
    const saved = await senior.run(exported)
    assert.equal(saved.code, 0, saved.stderr)
    const lines = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
    assert.lengthOf(lines, 2)
    assert.include(lines[1], order.number)
    assert.equal((await senior.run(exported)).code, 2)
  }).timeout(60_000)

  test("looks at a partner's money, and lets some of it out by typing the id", async ({
    assert,
  }) => {
    const partner = await richPartner(5_000)
    const input = { actor: asActor(partner), amount: 4_000, currency: 'EUR' }
    const { id } = await new RequestWithdrawal().execute(input)
    const balance = await desk.run(['partner', 'balance', partner.partnerId])
    assert.include(balance.stdout, '10.00 EUR\t40.00 EUR')
    const approve = desk.terminal(['withdrawal', 'approve', id, '--reason', 'checked'])
    await approve.expect('Pay 40.00 EUR to ')
    await approve.expect('0 of 1 approvals so far.')
    await approve.expect(`Type the id to go on (${id})`)
    approve.type(`${id}\r`)
    await approve.expect(`approved  ${id}`)
    assert.equal(await approve.exit(), 0)
    await drainOutbox()

    const shown = await json(desk, 'withdrawal', 'show', id)
    assert.equal(shown.status, 'paid')
    assert.lengthOf(shown.approvals, 1)
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, held: 0, inFlight: 0 })
    const moved = await json(desk, 'partner', 'transactions', partner.partnerId, '--all')
    assert.include(
      moved.map((one: any) => one.kind),
      'withdrawal_paid'
    )
    const agent = await deskOf('agent')
    assert.equal((await agent.run(['partner', 'balance', partner.partnerId])).code, 4)
    await agent.close()
  }).timeout(60_000)
})
