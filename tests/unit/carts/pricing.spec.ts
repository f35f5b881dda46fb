import { test } from '@japa/runner'
import fc from 'fast-check'
import { allocate, priceBasket, type Basket, type PricedInput } from '#carts/services/pricing'

const RUNS = 10_000

/** amounts as they come in yen, euros and dinars */
const unitAmount = fc.oneof(fc.nat(50_000), fc.nat(5_000_000), fc.nat(50_000_000))

const line: fc.Arbitrary<Omit<PricedInput, 'lineId'>> = fc.record({
  partnerId: fc.integer({ min: 1, max: 6 }).map((no) => `partner ${no}`),
  quantity: fc.integer({ min: 1, max: 99 }),
  unitAmount,
  commissionBps: fc.integer({ min: 0, max: 10_000 }),
  needsShipping: fc.boolean(),
})

const coupon = fc.option(
  fc.record({
    couponId: fc.constant('coupon'),
    partnerId: fc.oneof(fc.constant(''), fc.constant('partner 1')),
    kind: fc.constantFrom('percent' as const, 'fixed' as const),
    bps: fc.integer({ min: 1, max: 10_000 }),
    amount: fc.integer({ min: 1, max: 100_000_000 }),
    minimumAmount: fc.oneof(fc.constant(0), fc.nat(1_000_000)),
  }),
  { nil: undefined }
)

const basket: fc.Arbitrary<Basket> = fc.record({
  currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
  lines: fc
    .array(line, { minLength: 1, maxLength: 20 })
    .map((lines) => lines.map((one, at) => ({ ...one, lineId: String(at) }))),
  coupon,
  shippingRates: fc
    .array(fc.record({ amount: fc.nat(5_000), freeAbove: fc.option(fc.nat(1_000_000)) }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((rates) => new Map(rates.map((rate, at) => [`partner ${at + 1}`, rate]))),
  taxBps: fc.integer({ min: 0, max: 3_000 }),
})

const add = <Key extends string>(rows: Record<Key, number>[], key: Key) =>
  rows.reduce((total, row) => total + row[key], 0)

test.group('priceBasket', () => {
  test(`splits of ${RUNS} baskets lose nothing`, ({ assert }) => {
    fc.assert(
      fc.property(basket, (given) => {
        const priced = priceBasket(given)
        const lines = priced.parts.flatMap((part) => part.lines)
        const sums = ['goodsAmount', 'discountAmount', 'taxAmount'] as const
        for (const key of sums) assert.equal(add(lines, key), priced[key])
        for (const part of priced.parts) {
          for (const key of sums) assert.equal(add(part.lines, key), part[key])
          assert.equal(add(part.lines, 'commissionAmount'), part.commissionAmount)
          assert.equal(
            part.totalAmount,
            part.goodsAmount - part.discountAmount + part.shippingAmount + part.taxAmount
          )
        }
        assert.equal(add(priced.parts, 'totalAmount'), priced.totalAmount)
        const earned = add(priced.parts, 'earningAmount')
        const kept =
          add(priced.parts, 'commissionAmount') -
          (priced.discountAmount - add(priced.parts, 'ownDiscountAmount'))
        assert.equal(earned + kept + priced.taxAmount, priced.totalAmount)
        for (const amount of [...lines.flatMap((one) => Object.values(one)), priced.totalAmount])
          if (typeof amount === 'number')
            assert.isTrue(Number.isSafeInteger(amount) && amount >= 0, String(amount))
      }),
      { numRuns: RUNS }
    )
  }).timeout(60_000)

  test('a discount is never above what a line costs', ({ assert }) => {
    fc.assert(
      fc.property(basket, (given) => {
        for (const { lines } of priceBasket(given).parts)
          for (const one of lines) assert.isAtMost(one.discountAmount, one.goodsAmount)
      })
    )
  })

  test('a coupon of a partner is paid for by that partner alone', ({ assert }) => {
    const common = { quantity: 1, unitAmount: 1_000, commissionBps: 1_000, needsShipping: false }
    const terms = {
      couponId: 'c',
      kind: 'percent' as const,
      bps: 5_000,
      amount: null,
      minimumAmount: 0,
    }
    const given = {
      currency: 'EUR',
      lines: [
        { ...common, lineId: 'a', partnerId: 'one' },
        { ...common, lineId: 'b', partnerId: 'two' },
      ],
      shippingRates: new Map(),
      taxBps: 0,
    }
    const [one, two] = priceBasket({ ...given, coupon: { ...terms, partnerId: 'one' } }).parts
    assert.deepEqual([one.totalAmount, one.commissionAmount, one.earningAmount], [500, 50, 450])
    assert.deepEqual([two.totalAmount, two.commissionAmount, two.earningAmount], [1000, 100, 900])

    const [first] = priceBasket({ ...given, coupon: { ...terms, partnerId: '' } }).parts
    assert.deepEqual(
      [first.totalAmount, first.commissionAmount, first.earningAmount],
      [500, 100, 900]
    )
  })

  test('shipping is free from the partner’s limit on, and never taken for services', ({
    assert,
  }) => {
    const one = { lineId: 'a', partnerId: 'p', quantity: 1, unitAmount: 1_000, commissionBps: 0 }
    const priced = (freeAbove: number | null, needsShipping = true) =>
      priceBasket({
        currency: 'EUR',
        lines: [{ ...one, needsShipping }],
        shippingRates: new Map([['p', { amount: 490, freeAbove }]]),
        taxBps: 0,
      }).shippingAmount
    assert.deepEqual(
      [priced(null), priced(1_001), priced(1_000), priced(null, false)],
      [490, 490, 0, 0]
    )
  })

  test('a basket below the coupon’s minimum says so', ({ assert }) => {
    const terms = { couponId: 'c', partnerId: '', kind: 'fixed' as const, bps: null, amount: 100 }
    const priced = priceBasket({
      currency: 'EUR',
      lines: [
        {
          lineId: 'a',
          partnerId: 'p',
          quantity: 1,
          unitAmount: 1_000,
          commissionBps: 0,
          needsShipping: false,
        },
      ],
      coupon: { ...terms, minimumAmount: 1_001 },
      shippingRates: new Map(),
      taxBps: 0,
    })
    assert.equal(priced.couponRefusal, 'minimum')
    assert.equal(priced.discountAmount, 0)
  })
})

test.group('allocate', () => {
  test('gives the larger remainders one more, the first of equal ones first', ({ assert }) => {
    assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33])
    assert.deepEqual(allocate(10, [5, 3, 2]), [5, 3, 2])
    assert.deepEqual(allocate(7, [0, 0]), [0, 0])
  })
})
