import { test } from '@japa/runner'
import {
  decimalOf,
  moneyOf,
  parseAmount,
  parseMoney,
  parsePercent,
  percentText,
} from '../../../cli/money.ts'
import { couponBody } from '../../../cli/commands/coupon/shared.ts'
import { parseMoment } from '../../../cli/options.ts'

test.group('money on the command line', () => {
  test('becomes minor units by its digits', ({ assert }) => {
    const cases: [string, string, number][] = [
      ['12.5', 'EUR', 1250],
      ['0.07', 'EUR', 7],
      ['1.1', 'USD', 110],
      ['500', 'JPY', 500],
      ['1.234', 'KWD', 1234],
      ['8999999999999.99', 'EUR', 899_999_999_999_999],
    ]
    for (const [text, currency, amount] of cases)
      assert.deepEqual(moneyOf(parseAmount(text), currency), { amount, currency })
  })

  test('names its currency itself, or a flag does; two that differ are refused', ({ assert }) => {
    const euros = { amount: 4000, currency: 'EUR' }
    assert.deepEqual(moneyOf(parseAmount('40.00 EUR'), undefined), euros)
    assert.deepEqual(moneyOf(parseAmount(' 40  eur '), 'EUR'), euros)
    assert.deepEqual(moneyOf(parseAmount('40'), 'eur'), euros)
    assert.equal(decimalOf(parseAmount('40.00 EUR')), '40.00')
    assert.deepEqual(parseMoney('40 EUR'), euros)
    assert.throws(() => moneyOf(parseAmount('40 EUR'), 'USD', '--minimum'), /--minimum .* USD/)
    assert.throws(() => parseMoney('40'), /currency/)
    for (const text of ['40EUR', '40 EU', '40 EURO', 'EUR 40'])
      assert.throws(() => parseAmount(text))
  })

  test('is refused when it is too exact, has no currency, or is no decimal', ({ assert }) => {
    assert.throws(() => moneyOf('1.5', 'JPY'), /too exact/)
    assert.throws(() => moneyOf('1.234', 'EUR'), /too exact/)
    assert.throws(() => moneyOf('1', undefined), /--currency/)
    for (const text of ['', '-1', '1e3', '1,5', '.5', '1.', 'NaN', '12345678901234'])
      assert.throws(() => parseAmount(text))
  })

  test('percentages become basis points and back', ({ assert }) => {
    assert.deepEqual(['15', '12.5', '0.07', '100'].map(parsePercent), [1500, 1250, 7, 10_000])
    assert.deepEqual([1500, 1250, 7, 10_000, 0].map(percentText), [
      '15 %',
      '12.5 %',
      '0.07 %',
      '100 %',
      '0 %',
    ])
    for (const text of ['', '-1', '100.01', '101', '1.234', '5%'])
      assert.throws(() => parsePercent(text))
  })
})

test.group('the flags of a coupon', () => {
  test('times to come count from now on', ({ assert }) => {
    const now = Date.parse('2026-01-01T12:00:00Z')
    assert.equal(parseMoment('30d', now), '2026-01-31T12:00:00.000Z')
    assert.equal(parseMoment('2026-12-31', now), '2026-12-31T00:00:00.000Z')
    assert.throws(() => parseMoment('soon', now))
  })

  test('become the body; what was not given is left out', ({ assert }) => {
    const body = (options: object) =>
      JSON.parse(JSON.stringify(couponBody({ reason: undefined, options: { ...options } })))
    assert.deepEqual(body({ percent: 1500, maxUses: 3 }), {
      kind: 'percent',
      bps: 1500,
      maxUses: 3,
    })
    assert.deepEqual(body({ amount: '5', minimum: '40', currency: 'EUR', active: 'no' }), {
      kind: 'fixed',
      amount: { amount: 500, currency: 'EUR' },
      minimum: { amount: 4000, currency: 'EUR' },
      isActive: false,
    })
    assert.deepEqual(body({ amount: '5 EUR', minimum: '40' }).minimum, {
      amount: 4000,
      currency: 'EUR',
    })
    assert.throws(() => body({ amount: '5 EUR', minimum: '4 USD' }), /--minimum/)
    assert.deepEqual(body({ minimum: '0' }), { minimum: null })
    assert.throws(() => body({ percent: 1, amount: '1', currency: 'EUR' }), /exclude/)
  })
})
