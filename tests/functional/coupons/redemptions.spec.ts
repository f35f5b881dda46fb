import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { CouponNotUsable } from '#coupons/errors'
import type { CouponRow } from '#coupons/queries/coupon_rows'
import { findUsableCoupon, usableCoupon } from '#coupons/queries/find_usable_coupon'
import { redeemCoupon, releaseCoupon } from '#coupons/services/redemptions'
import { actorOfRole } from '#tests/helpers/actors'
import { makeCoupon } from '#tests/helpers/coupons'

/** A platform's coupon. */
async function coupon(overrides: object = {}) {
  return makeCoupon(await actorOfRole('admin'), overrides)
}

function redeem({ id }: CouponRow, clientId = newId('user'), orderId = newId('order')) {
  const redemption = { couponId: id, orderId, clientId, amount: 500 }
  return write((trx) => redeemCoupon(trx, redemption)).then(
    () => 'redeemed',
    (error) => {
      if (error instanceof CouponNotUsable) return error.details.state
      throw error
    }
  )
}

const count = (outcomes: unknown[], outcome: string) =>
  outcomes.filter((one) => one === outcome).length

const usesOf = async ({ id }: CouponRow) =>
  (await db.from('coupons').where({ id }).firstOrFail()).used as number

const countingOf = (found: CouponRow) =>
  db.from('coupon_redemptions').where({ coupon_id: found.id }).where('slot_no', '>', 0)

test.group('redeemCoupon', () => {
  test('a limit of ten lets ten of a hundred at once through', async ({ assert }) => {
    const ten = await coupon({ maxUses: 10 })
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => redeem(ten)))
    assert.equal(count(outcomes, 'redeemed'), 10)
    assert.equal(count(outcomes, 'used_up'), 90)
    assert.equal(await usesOf(ten), 10)
    assert.lengthOf(await countingOf(ten), 10)
  }).timeout(60_000)

  test('a client with one use gets it once of twenty at once', async ({ assert }) => {
    const once = await coupon({ maxUsesPerClient: 1 })
    const clientId = newId('user')
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(once, clientId)))
    assert.equal(count(outcomes, 'redeemed'), 1)
    assert.equal(count(outcomes, 'used_by_client'), 19)
    assert.equal(await usesOf(once), 1)
    assert.equal(await redeem(once), 'redeemed')
  }).timeout(60_000)

  test('a client with three uses gets three', async ({ assert }) => {
    const thrice = await coupon({ maxUsesPerClient: 3 })
    const clientId = newId('user')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => redeem(thrice, clientId)))
    assert.equal(count(outcomes, 'redeemed'), 3)
  })

  test('one order uses it once', async ({ assert }) => {
    const many = await coupon({ maxUsesPerClient: 3 })
    const [clientId, orderId] = [newId('user'), newId('order')]
    assert.equal(await redeem(many, clientId, orderId), 'redeemed')
    assert.equal(await redeem(many, clientId, orderId), 'used_by_client')
    assert.equal(await usesOf(many), 1)
  })

  test('is refused before and after its time, switched off and deleted', async ({ assert }) => {
    const now = clock.now()
    const later = await coupon({ startsAt: now + DAY })
    assert.equal(await redeem(later), 'not_started')
    const over = await coupon()
    await db.from('coupons').where({ id: over.id }).update({ ends_at: now })
    assert.equal(await redeem(over), 'ended')
    assert.equal(await redeem(await coupon({ isActive: false })), 'inactive')
    const gone = await coupon()
    await db.from('coupons').where({ id: gone.id }).update({ deleted_at: now })
    assert.equal(await redeem(gone), 'unknown')
    assert.equal(await usesOf(gone), 0)
  })
})

test.group('releaseCoupon', () => {
  test('gives a use back once, whoever asks how often', async ({ assert }) => {
    const last = await coupon({ maxUses: 2 })
    const [clientId, orderId] = [newId('user'), newId('order')]
    await redeem(last)
    assert.equal(await redeem(last, clientId, orderId), 'redeemed')
    assert.equal(await redeem(last), 'used_up')

    const released = await Promise.all(
      Array.from({ length: 8 }, () => write((trx) => releaseCoupon(trx, orderId)))
    )
    assert.lengthOf(released.filter(Boolean), 1)
    assert.equal(await usesOf(last), 1)
    assert.equal(await redeem(last, clientId), 'redeemed')
    assert.equal(await usesOf(last), 2)
  })

  test('the same client may come and go again and again', async ({ assert }) => {
    const once = await coupon({ maxUsesPerClient: 1 })
    const clientId = newId('user')
    for (let round = 0; round < 3; round++) {
      const orderId = newId('order')
      assert.equal(await redeem(once, clientId, orderId), 'redeemed')
      assert.isTrue(await write((trx) => releaseCoupon(trx, orderId)))
    }
    assert.equal(await usesOf(once), 0)
    assert.lengthOf(await countingOf(once), 0)
  })

  test('knows orders without a coupon', async ({ assert }) => {
    assert.isFalse(await write((trx) => releaseCoupon(trx, newId('order'))))
  })

  test('uses and returns at once leave the count right', async ({ assert }) => {
    const busy = await coupon({ maxUses: 5 })
    const used = Array.from({ length: 5 }, () => newId('order'))
    for (const orderId of used) await redeem(busy, newId('user'), orderId)
    await Promise.all([
      ...used.map((orderId) => write((trx) => releaseCoupon(trx, orderId))),
      ...Array.from({ length: 20 }, () => redeem(busy)),
    ])
    assert.equal(await usesOf(busy), (await countingOf(busy)).length)
    assert.isAtMost(await usesOf(busy), 5)
  }).timeout(60_000)
})

test.group('findUsableCoupon', () => {
  const state = (work: Promise<unknown>) =>
    work.then(
      () => 'usable',
      (error) => error.details.state
    )

  test('knows a code in any spelling, and what pricing needs of it', async ({ assert }) => {
    const found = await coupon({
      kind: 'fixed',
      bps: undefined,
      amount: { amount: 500, currency: 'EUR' },
      minimum: { amount: 2000, currency: 'EUR' },
    })
    const use = { clientId: newId('user'), currency: 'EUR' }
    const expected = {
      couponId: found.id,
      code: found.code,
      partnerId: '',
      kind: 'fixed' as const,
      bps: null,
      amount: 500,
      minimumAmount: 2000,
    }
    assert.deepEqual(await findUsableCoupon(db, ` ${found.code.toLowerCase()} `, use), expected)
    assert.deepEqual(await usableCoupon(db, found.id, use), expected)
    assert.equal(
      await state(findUsableCoupon(db, found.code, { ...use, currency: 'USD' })),
      'currency'
    )
  })

  test('says why a coupon cannot be used', async ({ assert }) => {
    const clientId = newId('user')
    const usable = await coupon({ maxUsesPerClient: 1 })
    assert.equal(await state(findUsableCoupon(db, 'NO-SUCH-CODE', { clientId })), 'unknown')
    assert.equal(await state(findUsableCoupon(db, usable.code, { clientId })), 'usable')
    const now = Number(usable.ends_at)
    assert.equal(await state(findUsableCoupon(db, usable.code, { clientId, now })), 'ended')
    await redeem(usable, clientId)
    assert.equal(await state(findUsableCoupon(db, usable.code, { clientId })), 'used_by_client')
    const full = await coupon({ maxUses: 1 })
    await redeem(full)
    assert.equal(await state(findUsableCoupon(db, full.code, { clientId })), 'used_up')
  })
})
