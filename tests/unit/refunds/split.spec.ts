import { test } from '@japa/runner'
import fc from 'fast-check'
import { amountOfPieces, splitPart } from '#refunds/services/split'

const figure = fc.integer({ min: 0, max: 10_000_000_000_000 })

test.group('splitPart', () => {
  test('cuts any row of refunds so that all figures come out, and none gives more than it has', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        figure,
        figure,
        figure,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        fc.boolean(),
        (partner, tax, other, cuts, isGift) => {
          // the platform keeps `other`, or has given it (then the client paid that much less)
          const platform = isGift ? -Math.min(other, partner + tax) : other
          const left = {
            partId: 'p',
            partnerId: 'x',
            total: partner + tax + platform,
            partner,
            tax,
          }
          const rest = { ...left }
          for (const cut of [...cuts, 1]) {
            const amount = cut === 1 ? rest.total : Math.floor(rest.total * cut)
            if (amount === 0) continue
            const share = splitPart(rest, amount)
            assert.equal(share.partner + share.platform + share.tax, amount)
            assert.isTrue(share.partner >= 0 && share.tax >= 0)
            assert.isTrue(isGift ? share.platform <= 0 : share.platform >= 0)
            rest.total -= amount
            rest.partner -= share.partner
            rest.tax -= share.tax
            assert.isTrue(rest.partner >= 0 && rest.tax >= 0)
            const platformLeft = rest.total - rest.partner - rest.tax
            assert.isTrue(isGift ? platformLeft <= 0 : platformLeft >= 0)
          }
          if (left.total > 0) assert.include(rest, { total: 0, partner: 0, tax: 0 })
        }
      ),
      { numRuns: 2_000 }
    )
  })
})

test.group('amountOfPieces', () => {
  test('gives the whole line with its last pieces', ({ assert }) => {
    const line = { lineId: 'l', partId: 'p', quantity: 3, paid: 1_000 }
    const first = amountOfPieces({ ...line, refundedQuantity: 0, refunded: 0 }, 1)
    const second = amountOfPieces({ ...line, refundedQuantity: 1, refunded: first }, 1)
    const last = amountOfPieces({ ...line, refundedQuantity: 2, refunded: first + second }, 1)
    assert.deepEqual([first, second, last], [333, 333, 334])
    assert.equal(amountOfPieces({ ...line, refundedQuantity: 0, refunded: 0 }, 3), 1_000)
  })
})
