import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { extractText, getDocumentProxy } from 'unpdf'
import type { ApiClient } from '@japa/api-client'
import { clock, DAY } from '#core/support/clock'
import { formatMoney } from '#core/support/money'
import CheckIntegrity from '#integrity/queries/check_integrity'
import CompletePartsTask from '#orders/tasks/complete_parts_task'
import { addAddress } from '#tests/helpers/addresses'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { deskOf, json, SERVER } from '#tests/helpers/desk'
import { richPartner } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'

type Part = { id: string; status: string; partner: { id: string }; lines: { id: string }[] }

/** Differences by invariant; other tests leave some behind, this story must add none. */
async function differences() {
  const { invariants } = await new CheckIntegrity().execute()
  return Object.fromEntries(invariants.map(({ name, differences: count }) => [name, count]))
}

/** The API for somebody, with a fresh key for each write; everything must succeed. */
function callerOf(client: ApiClient, actor: TestActor) {
  const headers = () => ({ ...actor.headers, 'idempotency-key': randomUUID() })
  return {
    async get(path: string) {
      const response = await client.get(`/api/v1${path}`).headers(actor.headers)
      response.assertStatus(200)
      return response.body()
    },
    async post(path: string, body: object, status = 200) {
      const response = await client.post(`/api/v1${path}`).headers(headers()).json(body)
      response.assertStatus(status)
      return response.body().data
    },
    async put(path: string, body: object) {
      const response = await client.put(`/api/v1${path}`).headers(headers()).json(body)
      response.assertStatus(200)
      return response.body().data
    },
  }
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf), {
    mergePages: true,
  })
  return text
}

test.group('from a purchase to a payout', (group) => {
  group.each.teardown(() => clock.reset())

  test('three partners, a coupon, a revision, a refund, a withdrawal; the books add up at every step', async ({
    client,
    assert,
  }) => {
    const before = await differences()
    const soundAfter = async (step: string) => assert.deepEqual(await differences(), before, step)

    const sellers = [await richPartner(0), await richPartner(0), await richPartner(0)]
    const [bowls, reels, lamps] = sellers
    const EUR = (amount: number) => [{ currency: 'EUR', amount }]
    const bowl = await makeListing({ partner: bowls, prices: EUR(2_499), stock: 20 })
    const reel = await makeListing({ partner: reels, kind: 'package', prices: EUR(30_000) })
    const lamp = await makeListing({ partner: lamps, prices: EUR(7_900), stock: 5 })
    const coupon = await makeCoupon(await actorOfRole('admin'), { code: 'STORY10', bps: 1_000 })

    const carl = await actorOfRole('client')
    await addAddress(carl, 'DE')
    const buyer = callerOf(client, carl)
    for (const { variantId } of [bowl, reel, lamp])
      await buyer.post('/cart/items', { variantId, quantity: 2 })
    const cart = await buyer.put('/cart/coupon', { code: coupon.code })
    const order = await buyer.post('/orders', { requirements: 'Blue, please' }, 201)
    assert.deepEqual(order.total, cart.totals.total)
    assert.lengthOf(order.partnerOrders, 3)
    await soundAfter('the order is placed')

    const intent = await buyer.post(
      '/payments/intents',
      { orderId: order.id, gateway: 'sandbox' },
      201
    )
    await buyer.post(`/payments/sandbox/${intent.id}/confirm`, { outcome: 'succeed' }, 202)
    await drainOutbox()
    const paid = (await buyer.get(`/orders/${order.id}`)).data
    assert.equal(paid.status, 'placed')
    await soundAfter('the order is paid')

    const partOf = (seller: { partnerId: string }): Part =>
      paid.partnerOrders.find((part: Part) => part.partner.id === seller.partnerId)
    const step = (seller: TestActor & { partnerId: string }, ...statuses: string[]) =>
      statuses.reduce(
        (done, status) =>
          done.then(() =>
            callerOf(client, seller).put(`/partner/orders/${partOf(seller).id}/status`, { status })
          ),
        Promise.resolve()
      )
    await step(bowls, 'accepted', 'processing', 'shipped', 'delivered')
    await step(reels, 'accepted', 'processing')
    const handIn = async (note: string) => {
      const response = await client
        .post(`/api/v1/partner/orders/${partOf(reels).id}/submissions`)
        .headers(reels.headers)
        .fields({ note })
      response.assertStatus(201)
      return response.body().data.submissions.at(-1).id as string
    }
    const first = await handIn('A first cut')
    const answer = `/orders/${order.id}/submissions`
    await buyer.put(`${answer}/${first}`, { decision: 'revise', feedback: 'Shorter' })
    const second = await handIn('Half as long')
    await buyer.put(`${answer}/${second}`, { decision: 'approve' })
    await soundAfter('one part has shipped, one was approved after a revision')

    const admin = await deskOf('admin')
    const [line] = partOf(lamps).lines
    const refund = await admin.run([
      ...['refund', 'create', order.id, '--lines', `${line.id}:1`],
      ...['--reason', 'a scratch', '--confirm', order.id],
    ])
    assert.equal(refund.code, 0, refund.stderr)
    await drainOutbox()
    await soundAfter('one lamp of two is refunded')
    const after = (await buyer.get(`/orders/${order.id}`)).data
    assert.isAbove(after.refunded.amount, 0)
    assert.isBelow(after.refunded.amount, after.total.amount)

    const pdf = await fetch(`${SERVER}/api/v1/orders/${order.id}/invoice`, {
      headers: carl.headers,
    })
    assert.equal(pdf.status, 200)
    const invoice = await textOf(await pdf.bytes())
    assert.include(invoice, paid.invoiceNumber)
    assert.include(invoice, formatMoney(order.total).replace(' EUR', ''))

    clock.travel(8 * DAY)
    await new CompletePartsTask().run()
    await drainOutbox()
    await soundAfter('the hold is over')

    const ada = callerOf(client, await logIn(bowls.user))
    const [balance] = (await ada.get('/partner/balance')).data
    assert.isAbove(balance.available.amount, 0)
    const wish = await ada.post('/partner/withdrawals', { ...balance.available }, 201)
    await soundAfter('a withdrawal is asked for')
    const desk = await deskOf('admin')
    const own = ['--status', 'requested', '--partner', bowls.partnerId]
    const [waiting] = await json(desk, 'withdrawal', 'list', ...own)
    assert.equal(waiting.id, wish.id)
    assert.deepEqual(waiting.amount, balance.available)
    const approve = ['withdrawal', 'approve', wish.id, '--reason', 'checked', '--confirm', wish.id]
    const approved = await desk.run(approve)
    assert.equal(approved.code, 0, approved.stderr)
    await drainOutbox()
    const withdrawals = (await ada.get('/partner/withdrawals')).data
    assert.equal(withdrawals[0].status, 'paid')
    await soundAfter('the withdrawal is paid')
  }).timeout(180_000)
})
