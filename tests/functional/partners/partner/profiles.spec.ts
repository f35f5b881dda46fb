import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { approvedPartner, draftPartner, png } from '#tests/helpers/partners'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

const PAYOUT = {
  accountHolder: 'Pia Partner',
  accountNumber: 'DE89370400440532013000',
  bankName: 'Test Bank',
  country: 'DE',
}

test.group('partner.profile.show', () => {
  test('is for partners alone', async ({ client }) => {
    const guest = await client.get('/api/v1/partner/profile')
    guest.assertStatus(401)
    const { headers } = await actorOfRole('client')
    const other = await client.get('/api/v1/partner/profile').headers(headers)
    other.assertStatus(403)
  })

  test('is opened in state draft with the account', async ({ client, assert }) => {
    const { headers } = await draftPartner()
    const response = await client.get('/api/v1/partner/profile').headers(headers)
    response.assertStatus(200)
    const { status, completion } = response.body().data
    assert.equal(status, 'draft')
    assert.equal(completion.percentage, 10)
    assert.include(completion.missing, 'bio')
  })
})

test.group('partner.profile.update', () => {
  test('changes what is sent and keeps the rest', async ({ client, assert }) => {
    const { headers, corner, partnerId } = await draftPartner()
    const send = (body: object) => client.put('/api/v1/partner/profile').headers(headers).json(body)
    const first = await send({
      bio: 'Weddings.',
      categories: [corner.categoryId],
      platforms: ['Instagram'],
      rates: { min: 1000, max: 5000, currency: 'EUR' },
      locationId: corner.locationId,
      radiusKm: 40,
      availability: 'busy',
      languages: ['en', 'de'],
      website: 'https://example.test',
      payoutDetails: PAYOUT,
    })
    first.assertStatus(200)
    const second = await send({ availability: 'available', website: null })
    const { data } = second.body()
    assert.equal(data.bio, 'Weddings.')
    assert.deepEqual(data.platforms, ['instagram'])
    assert.deepEqual(data.rates, { min: 1000, max: 5000, currency: 'EUR' })
    assert.equal(data.location.id, corner.locationId)
    assert.isNull(data.website)
    assert.deepEqual(data.completion, { percentage: 80, missing: ['website', 'banner'] })
    assert.equal(data.payoutDetails.accountNumber, '••••3000')
    const row = await db.from('partners').where({ id: partnerId }).firstOrFail()
    assert.notInclude(row.payout_details, PAYOUT.accountNumber)
  })

  test('tells the owner that the money goes elsewhere now', async ({ client, assert }) => {
    const { headers, user } = await draftPartner()
    const send = (body: object) => client.put('/api/v1/partner/profile').headers(headers).json(body)
    const told = async () => {
      await drainOutbox()
      const mails = await mailsTo(user.email!)
      return mails.filter((mail) => mail.includes('Where your money goes was changed')).length
    }
    ;(await send({ bio: 'Weddings.' })).assertStatus(200)
    assert.equal(await told(), 0)
    ;(await send({ payoutDetails: PAYOUT })).assertStatus(200)
    assert.equal(await told(), 1)
    ;(await send({ payoutDetails: null })).assertStatus(200)
    assert.equal(await told(), 2)
  })

  test('names every invalid field', async ({ client, assert }) => {
    const { headers } = await draftPartner()
    const response = await client
      .put('/api/v1/partner/profile')
      .headers(headers)
      .json({
        businessName: '',
        rates: { min: 500, max: 100, currency: 'XXQ' },
        radiusKm: 501,
        availability: 'never',
        website: 'javascript:alert(1)',
        languages: ['english'],
        categories: ['nope'],
      })
    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.includeMembers(fields, [
      'businessName',
      'rates.max',
      'rates.currency',
      'radiusKm',
      'availability',
      'website',
      'languages.0',
      'categories.0',
    ])
  })

  test('refuses categories and places that do not exist', async ({ client }) => {
    const { headers } = await draftPartner()
    const tail = '01h2xcejqtf2nbrexx3vqjhp41'
    for (const body of [{ categories: [`cat_${tail}`] }, { locationId: `loc_${tail}` }]) {
      const response = await client.put('/api/v1/partner/profile').headers(headers).json(body)
      response.assertStatus(422)
    }
  })

  test('leaves an approved partner approved, and writes down a new name', async ({
    client,
    assert,
  }) => {
    const { headers, partnerId } = await approvedPartner()
    const response = await client
      .put('/api/v1/partner/profile')
      .headers(headers)
      .json({ businessName: 'Another Name' })
    assert.equal(response.body().data.status, 'approved')
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: partnerId, action: 'partner.renamed' })
      .firstOrFail()
    assert.include(audit.after, 'Another Name')
  })

  test('is what matching goes by at once', async ({ client, assert }) => {
    const { headers, partnerId } = await approvedPartner()
    await client
      .put('/api/v1/partner/profile')
      .headers(headers)
      .json({ rates: { min: 1, max: 2, currency: 'EUR' } })
    assert.isNotEmpty(await db.from('partner_reaches').where({ partner_id: partnerId }))
    await client.put('/api/v1/partner/profile').headers(headers).json({ availability: 'away' })
    assert.isEmpty(await db.from('partner_reaches').where({ partner_id: partnerId }))
  })
})

test.group('partner.banner.update', () => {
  test('replaces the banner, and removes it', async ({ client, assert }) => {
    const { headers, user } = await draftPartner()
    const upload = async () =>
      client
        .put('/api/v1/partner/profile/banner')
        .headers(headers)
        .file('banner', await png(), { filename: 'b.png' })
    const first = await upload()
    first.assertStatus(200)
    const second = await upload()
    assert.notEqual(second.body().data.banner.id, first.body().data.banner.id)
    const shown = await client.get(second.body().data.banner.thumbnailUrl)
    shown.assertStatus(200)
    assert.lengthOf(await db.from('files').where({ owner_id: user.id }), 1)
    const removed = await client.delete('/api/v1/partner/profile/banner').headers(headers)
    removed.assertStatus(204)
    assert.lengthOf(await db.from('files').where({ owner_id: user.id }), 0)
  })
})
