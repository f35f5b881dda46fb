/*
 * Payments, what gateways sent, links and coupons as staff look after them: the souk binary in a
 * child process, against the real server.
 */
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { clock, DAY } from '#core/support/clock'
import { swapGateway } from '#payments/gateways/registry'
import { deskOf, json } from '#tests/helpers/desk'
import { actorOfRole } from '#tests/helpers/actors'
import { makeCoupon } from '#tests/helpers/coupons'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { drainOutbox } from '#tests/helpers/outbox'
import { hookAbout, makeOpenPayment, newsOf, sendHook, signed } from '#tests/helpers/payments'

test.group('staff in the terminal: payments', () => {
  test('find a payment, ask the gateway again, and read what it sent', async ({
    assert,
    cleanup,
  }) => {
    const desk = await deskOf('senior_admin')
    cleanup(() => desk.close())
    const payment = await makeOpenPayment({ amount: 12_345 })
    const event = JSON.parse(hookAbout(payment, 'pending'))
    await sendHook(signed(JSON.stringify({ ...event, email: 'kanarina@example.com' })))
    await drainOutbox()

    const ofClient = ['payment', 'list', '--client', payment.client.user.id]
    const decimals = (payment.total / 100).toFixed(2)
    const range = ['--currency', 'EUR', '--min', decimals, '--max', decimals]
    const [found] = await json(desk, ...ofClient, ...range, '--since', '1h')
    assert.equal(found.id, payment.paymentId)
    assert.isEmpty(await json(desk, ...ofClient, '--flag', 'amount'))
    assert.isEmpty(await json(desk, ...ofClient, '--until', '1h'))
    const bare = await desk.run([...ofClient, '--min', '5'])
    assert.equal(bare.code, 2)
    assert.include(bare.stderr, '--currency')

    const [message] = await json(desk, 'payment', 'events', payment.paymentId)
    assert.include(message, { type: 'payment.pending', paymentId: payment.paymentId })
    const [listed] = await json(desk, 'webhook', 'list', '--payment', payment.paymentId)
    assert.equal(listed.id, message.id)
    assert.isEmpty(
      await json(desk, 'webhook', 'list', '--payment', payment.paymentId, '--until', '1h')
    )
    const shown = await desk.run(['webhook', 'show', message.id])
    assert.equal(shown.code, 0, shown.stderr)
    assert.include(shown.stdout, payment.gatewayPaymentId)
    assert.include(shown.stdout, '[masked]')
    assert.notInclude(shown.stdout, 'kanarina')

    cleanup(
      swapGateway(
        Object.assign(new FakeGateway(), { getPayment: async () => newsOf(payment, 'captured') })
      )
    )
    const sync = ['payment', 'sync', payment.paymentId]
    assert.equal((await desk.run(sync)).code, 2)
    const synced = await json(desk, ...sync, '--yes')
    assert.include(synced, { outcome: 'asked again', status: 'captured' })
  }).timeout(60_000)

  test('make a link for some days, and draw it', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const free = ['--amount', '25', '--currency', 'EUR', '--description', 'A workshop']
    const made = await json(desk, 'link', 'create', ...free, '--expires', '3d', '--yes')
    const lives = new Date(made.expiresAt).getTime() - clock.now()
    assert.approximately(lives, 3 * DAY, 60_000)

    for (const [name, flags, format] of [
      ['code.svg', [], 'svg'],
      ['code.PNG', [], 'png'],
      ['code.img', ['--type', 'png'], 'png'],
    ] as const) {
      const output = join(desk.home, name)
      const saved = await json(desk, 'link', 'qr', made.id, '--output', output, ...flags)
      assert.equal(saved.file, output)
      assert.equal((await sharp(await readFile(output)).metadata()).format, format, name)
    }
    const odd = await desk.run(['link', 'qr', made.id, '--output', 'code.gif'])
    assert.equal(odd.code, 2)
    assert.include(odd.stderr, '--type')
    const piped = await desk.run(['link', 'qr', made.id, '--type', 'svg', '--output', '-'])
    assert.match(piped.stdout, /^<svg/)
  }).timeout(60_000)

  test('switch a coupon off, and see who used it', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const coupon = await makeCoupon(await actorOfRole('admin'))
    assert.equal((await desk.run(['coupon', 'disable', coupon.id])).code, 2)
    const done = await json(desk, 'coupon', 'disable', coupon.id, '--yes')
    assert.equal(done.outcome, 'disabled')
    assert.isFalse((await json(desk, 'coupon', 'show', coupon.id)).isActive)
    assert.isEmpty(await json(desk, 'coupon', 'usage', coupon.id))
  }).timeout(60_000)
})
