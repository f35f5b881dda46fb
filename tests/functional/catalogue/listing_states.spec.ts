import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { listingRow, makeListing } from '#tests/helpers/catalogue'

test.group('refreshListings', () => {
  test('keeps the lowest and highest price of each currency, and whether it is public', async ({
    assert,
  }) => {
    const { listingId, variantIds } = await makeListing({
      variants: 2,
      prices: [
        { currency: 'EUR', amount: 1000 },
        { currency: 'USD', amount: 1100 },
      ],
    })
    await write(async (trx) => {
      await trx
        .from('variant_prices')
        .where({ variant_id: variantIds[1], currency: 'EUR' })
        .update({ amount: 2500 })
      await refreshListings(trx, [listingId])
    })
    const prices = await db
      .from('listing_prices')
      .where({ listing_id: listingId })
      .orderBy('currency')
    assert.deepEqual(
      prices.map((row) => [row.currency, Number(row.min_amount), Number(row.max_amount)]),
      [
        ['EUR', 1000, 2500],
        ['USD', 1100, 1100],
      ]
    )
    assert.equal(Number((await listingRow(listingId)).is_public), 1)
    assert.isTrue(prices.every((row) => Number(row.is_public) === 1))
  })
})
