import { test } from '@japa/runner'
import jsqr from 'jsqr'
import sharp from 'sharp'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, toIso } from '#core/support/clock'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import ExpireOrder from '#orders/actions/expire_order'
import { isWanted } from '#payments/queries/wanted'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole } from '#tests/helpers/actors'
import { connectRazorpay } from '#tests/helpers/gateways/connected'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  makeOpenPayment,
  makeOrder,
  newsOf,
  orderRow,
  paymentRow,
  postingsOf,
} from '#tests/helpers/payments'

const FREE = { amount: { amount: 2500, currency: 'EUR' }, description: 'A workshop' }

test.group('payments.staff.links', (group) => {
  group.each.teardown(() => clock.reset())

  test('are made, paid by whoever has them, and booked', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client.post('/api/v1/payments/links').headers(headers).json(FREE)
    made.assertStatus(201)
    const link = made.body().data
    assert.equal(link.status, 'open')
    assert.include(link.url, link.paymentId)

    const payer = await actorOfRole('client')
    const path = new URL(link.url).pathname
    ;(await client.post(path).headers(payer.headers).json({})).assertStatus(202)
    await drainOutbox()
    const shown = await client.get(`/api/v1/payments/links/${link.id}`).headers(headers)
    assert.equal(shown.body().data.status, 'paid')
    assert.deepEqual(await postingsOf(link.paymentId), ['link_captured'])
  })

  test('for an order ask its total, and place it', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const order = await makeOrder()
    const { orderId } = order
    const made = await client.post('/api/v1/payments/links').headers(headers).json({ orderId })
    made.assertStatus(201)
    const { amount, paymentId, url } = made.body().data
    assert.deepEqual(amount, { amount: order.total, currency: 'EUR' })
    await client.post(new URL(url).pathname).headers(order.client.headers).json({})
    await drainOutbox()
    assert.equal((await orderRow(orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(paymentId), ['payment_captured'])
    const late = await client.post('/api/v1/payments/links').headers(headers).json({ orderId })
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'E_ORDER_NOT_PAYABLE')
  })

  test('are cancelled here and at the gateway; money that comes all the same goes back', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client.post('/api/v1/payments/links').headers(headers).json(FREE)
    const { id, paymentId } = made.body().data
    const path = `/api/v1/payments/links/${id}/cancel`
    const cancelled = await client.put(path).headers(headers)
    cancelled.assertStatus(200)
    assert.equal(cancelled.body().data.status, 'cancelled')
    const twice = await client.put(path).headers(headers)
    twice.assertStatus(409)
    assert.equal(twice.body().errors[0].state, 'cancelled')
    await drainOutbox()
    const { status, gateway_payment_id: gatewayPaymentId } = await paymentRow(paymentId)
    assert.equal(status, 'cancelled')
    const late = newsOf({ paymentId, gatewayPaymentId, total: 2500 }, 'captured')
    await write((trx) => applyGatewayPayment(trx, 'sandbox', late))
    assert.deepEqual(await postingsOf(paymentId), ['payment_unfulfillable'])
  })

  test('for an order are closed when it is paid in another way, or ends', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const openLink = async (orderId: string) => {
      const made = await client.post('/api/v1/payments/links').headers(headers).json({ orderId })
      return made.body().data
    }
    const [paid, ended] = [await makeOpenPayment(), await makeOpenPayment()]
    const links = [await openLink(paid.orderId), await openLink(ended.orderId)]
    await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(paid, 'captured')))
    await db
      .from('orders')
      .where('id', ended.orderId)
      .update({ expires_at: clock.now() - 1 })
    await new ExpireOrder().execute(ended.orderId)
    for (const { paymentId } of links) assert.isFalse(await isWanted(await paymentRow(paymentId)))
    await drainOutbox()
    for (const { id, paymentId } of links) {
      const { status } = await db.from('payment_links').where({ id }).firstOrFail()
      assert.equal(status, 'cancelled')
      assert.equal((await paymentRow(paymentId)).status, 'cancelled')
    }
  })

  test('of a gateway without a page are refused before anything is made', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { headers } = await actorOfRole('admin')
    const { disconnect } = await connectRazorpay()
    cleanup(disconnect)
    for (const path of ['links', 'qr-codes']) {
      const before = await db.from('payment_links').count('* as count')
      const refused = await client
        .post(`/api/v1/payments/${path}`)
        .headers(headers)
        .json({ ...FREE, gateway: 'razorpay' })
      refused.assertStatus(409)
      const [error] = refused.body().errors
      assert.include(error, { code: 'E_GATEWAY_HAS_NO_PAGE', gateway: 'razorpay' })
      assert.deepEqual(await db.from('payment_links').count('* as count'), before)
    }
  })

  test('expire', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client.post('/api/v1/payments/links').headers(headers).json(FREE)
    const { id, paymentId } = made.body().data
    clock.travel(DAY + 1000)
    await drainOutbox()
    assert.equal((await db.from('payment_links').where({ id }).first()).status, 'expired')
    assert.equal((await paymentRow(paymentId)).status, 'cancelled')
  })

  test('name what is wrong with them', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const refused: [number, string | undefined, object][] = [
      [422, 'amount', { description: 'x' }],
      [422, 'description', { amount: FREE.amount }],
      [422, 'amount.amount', { ...FREE, amount: { amount: 0, currency: 'EUR' } }],
      [422, 'expiresAt', { ...FREE, expiresAt: toIso(clock.now() + 8 * DAY) }],
      [422, 'expiresAt', { ...FREE, expiresAt: toIso(clock.now() - 1) }],
      [422, 'gateway', { ...FREE, gateway: 'stripe' }],
      [404, undefined, { orderId: newId('order') }],
    ]
    for (const [status, field, body] of refused) {
      const response = await client.post('/api/v1/payments/links').headers(headers).json(body)
      response.assertStatus(status)
      assert.equal(response.body().errors[0].field, field)
    }
  })
})

test.group('payments.staff.qr_codes.store', () => {
  test('draws what a phone reads as the address of the link', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client.post('/api/v1/payments/qr-codes').headers(headers).json(FREE)
    made.assertStatus(201)
    const { url, png, svg, kind } = made.body().data
    assert.equal(kind, 'qr')
    const drawn: [string, Buffer][] = [
      ['png', Buffer.from(png.replace('data:image/png;base64,', ''), 'base64')],
      ['svg', Buffer.from(svg)],
    ]
    for (const [name, picture] of drawn) assert.equal(await textIn(picture), url, name)
  })
})

test.group('payments.staff.link_qr_codes.show', () => {
  test('draws an open link, as PNG or SVG', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client.post('/api/v1/payments/links').headers(headers).json(FREE)
    const { id, url } = made.body().data
    const path = `/api/v1/payments/links/${id}/qr-code`
    const reader = await actorOfRole('agent')
    for (const [query, type] of [
      [{}, 'image/png'],
      [{ format: 'png' }, 'image/png'],
      [{ format: 'svg' }, 'image/svg+xml'],
    ] as const) {
      const drawn = await client.get(path).qs(query).headers(reader.headers)
      drawn.assertStatus(200)
      assert.include(drawn.header('content-type'), type)
      assert.include(drawn.header('content-disposition'), 'attachment')
      const bytes = Buffer.isBuffer(drawn.body()) ? drawn.body() : Buffer.from(drawn.text())
      assert.equal(await textIn(bytes), url)
    }
    const odd = await client.get(path).qs({ format: 'gif' }).headers(headers)
    odd.assertStatus(422)

    await client.put(`/api/v1/payments/links/${id}/cancel`).headers(headers)
    const late = await client.get(path).headers(headers)
    late.assertStatus(409)
    assert.include(late.body().errors[0], { code: 'E_LINK_NOT_OPEN', state: 'cancelled' })
  })
})

/** What a phone reads in a picture. */
async function textIn(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .resize(480, 480, { kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}
