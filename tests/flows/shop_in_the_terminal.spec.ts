/*
 * Coupons, reviews and commission rules as staff keep them: the souk binary against the real server.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { unique } from '#tests/helpers/actors'
import { deskOf, json } from '#tests/helpers/desk'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { makeReview, makeShop } from '#tests/helpers/reviews'

test.group('staff in the terminal: the shop', () => {
  test('makes a coupon, changes it and takes it away', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const code = unique('SUMMER-').toUpperCase()
    const flags = ['--amount', '5', '--minimum', '40.50', '--currency', 'EUR']
    const limits = ['--max-uses', '100', '--ends', '30d', '--yes']
    const made = await json(desk, 'coupon', 'create', '--code', code, ...flags, ...limits)
    assert.equal(made.outcome, 'created')

    const [listed] = await json(desk, 'coupon', 'list', '--code', code)
    assert.deepEqual(listed.amount, { amount: 500, currency: 'EUR' })
    assert.deepEqual(listed.minimum, { amount: 4050, currency: 'EUR' })
    const table = await desk.run(['coupon', 'show', made.id])
    assert.include(table.stdout, '5.00 EUR')
    await json(desk, 'coupon', 'update', made.id, '--percent', '12.5', '--active', 'no', '--yes')
    const shown = await json(desk, 'coupon', 'show', made.id)
    assert.include(shown, { kind: 'percent', bps: 1250, isActive: false })

    const bare = await desk.run(['coupon', 'create', '--code', code, '--yes'])
    assert.equal(bare.code, 2)
    assert.include(bare.stderr, '--max-uses')
    const taken = await desk.run(['coupon', 'create', '--code', code, ...flags, ...limits])
    assert.equal(taken.code, 5)
    const remove = ['coupon', 'delete', made.id, '--reason', 'a typing error']
    const unsure = await desk.run([...remove, '--yes'])
    assert.equal(unsure.code, 2)
    const gone = await desk.run([...remove, '--confirm', made.id])
    assert.equal(gone.code, 0, gone.stderr)
    assert.equal((await desk.run(['coupon', 'show', made.id])).code, 3)
  }).timeout(60_000)

  test('removes a review, and its author is told why', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const shop = await makeShop()
    const review = await makeReview(shop, { rating: 1 })
    const { partnerId } = shop.partner
    const [found] = await json(desk, 'review', 'list', '--partner', partnerId, '--rating', '1')
    assert.equal(found.id, review.id)

    const remove = ['review', 'remove', review.id, '--confirm', review.id]
    const silent = await desk.run(remove)
    assert.equal(silent.code, 2)
    assert.include(silent.stderr, '--reason')
    const removed = await desk.run([...remove, '--reason', 'An advert', '--ticket', 'T-1'])
    assert.equal(removed.code, 0, removed.stderr)
    const shown = await json(desk, 'review', 'show', review.id)
    assert.include(shown, { status: 'removed', removalReason: 'An advert [ticket T-1]' })
    await drainOutbox()
    assert.include((await mailsTo(review.client.user.email!)).at(-1), 'An advert')
    assert.equal((await desk.run([...remove, '--reason', 'Again'])).code, 5)
  }).timeout(60_000)

  test('replaces the commission rules by a file, once', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const { version, ...before } = await json(desk, 'commission', 'list')
    const rules = [{ name: 'All', bps: 800 }]
    const stdin = JSON.stringify({ version, rules })
    const set = ['commission', 'set', '--file', '-', '--reason', 'new terms', '--confirm']
    const wrong = await desk.run([...set, '2'], { stdin })
    assert.equal(wrong.code, 2)
    const done = await desk.run([...set, '1'], { stdin })
    assert.equal(done.code, 0, done.stderr)
    const table = await desk.run(['commission', 'list'])
    assert.include(table.stdout, '8 %')
    const stale = await desk.run([...set, '1'], { stdin })
    assert.equal(stale.code, 5)
    const broken = await desk.run([...set, '1'], { stdin: '[]' })
    assert.equal(broken.code, 2)

    const entry = await db
      .from('audit_entries')
      .where({ action: 'commission_rules.replaced' })
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.deepEqual(JSON.parse(entry.before).rules, before.rules)
    const now = await json(desk, 'commission', 'list')
    const restored = JSON.stringify({ version: now.version, rules: before.rules })
    const back = await desk.run([...set, String(before.rules.length)], { stdin: restored })
    assert.equal(back.code, 0, back.stderr)
  }).timeout(60_000)
})
