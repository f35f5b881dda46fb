import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ToggleListing from '#catalogue/actions/toggle_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import DecideVerification from '#partners/actions/decide_verification'
import PartnerStatusChanged from '#partners/events/partner_status_changed'
import { actorOfRole } from '#tests/helpers/actors'
import { listingRow, makeListing } from '#tests/helpers/catalogue'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { submittedPartner } from '#tests/helpers/partners'

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

test.group('a partner who may not trade any more', () => {
  test('sells nothing, and everything again afterwards', async ({ client, assert }) => {
    const partner = await submittedPartner()
    const { listingId } = await makeListing({ partner })
    const shows = async () => (await client.get(`/api/v1/products/${listingId}`)).status()
    assert.equal(await shows(), 404)
    const decide = (decision: 'approve' | 'reject') =>
      actorOfRole('admin').then((admin) =>
        new DecideVerification().execute({
          actor: asActor(admin),
          partnerId: partner.partnerId,
          decision,
          reason: 'Because',
        })
      )
    await decide('approve')
    assert.equal(await shows(), 200)
    const change = (table: string, where: object, status: string) =>
      write(async (trx) => {
        await trx.from(table).where(where).update({ status })
        await outbox.record(trx, new PartnerStatusChanged(partner.partnerId))
      })
    await change('partners', { id: partner.partnerId }, 'suspended')
    assert.equal(await shows(), 404)
    const prices = await db.from('listing_prices').where({ listing_id: listingId })
    assert.isTrue(prices.every((row) => Number(row.is_public) === 0))
    await change('partners', { id: partner.partnerId }, 'approved')
    assert.equal(await shows(), 200)
    await change('users', { id: partner.user.id }, 'suspended')
    assert.equal(await shows(), 404)
  })

  test('gets no listing public beside the suspension', async ({ assert }) => {
    const partner = await makePartner(await makeCorner())
    const { listingId } = await makeListing({ partner, listing: { status: 'inactive' } })
    await Promise.all([
      new ToggleListing().execute({ actor: asActor(partner), listingId, status: 'active' }),
      write(async (trx) => {
        await trx.from('partners').where({ id: partner.partnerId }).update({ status: 'suspended' })
        await outbox.record(trx, new PartnerStatusChanged(partner.partnerId))
      }),
    ])
    const row = await listingRow(listingId)
    assert.deepEqual([row.status, Number(row.is_public)], ['active', 0])
  })
})
