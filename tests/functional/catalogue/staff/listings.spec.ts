import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, toIso } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { listingRow, makeListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

const URL = '/api/v1/admin/listings'
const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)

test.group('admin.listings.index', () => {
  test('is a queue of what waits, and finds everything else', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await makePartner(await makeCorner())
    const word = unique('qq')
    const make = async (kind: 'product' | 'package' | 'event', listing: object = {}) =>
      (await makeListing({ partner, kind, listing: { title: `A ${word}`, ...listing } })).listingId
    const first = await make('package', { moderation: 'pending' })
    const second = await make('product', { moderation: 'pending' })
    const hidden = await make('event', { moderation: 'hidden', status: 'draft' })
    await make('product', { deleted_at: clock.now() })
    const { partnerId } = partner
    const find = async (query: object) => ids(await client.get(URL).headers(headers).qs(query))
    assert.deepEqual(await find({ partnerId }), [hidden, second, first])
    assert.deepEqual(await find({ partnerId, moderation: 'pending' }), [first, second])
    assert.deepEqual(await find({ partnerId, kind: 'product' }), [second])
    assert.deepEqual(await find({ q: word, status: 'draft' }), [hidden])
    assert.deepEqual(await find({ q: word, moderation: 'pending', kind: 'package' }), [first])
    const { created_at: made } = await listingRow(first)
    const later = Number(made) + 2
    for (const [at, id] of [second, hidden].entries())
      await db
        .from('listings')
        .where({ id })
        .update({ created_at: later + at })
    const [since, until] = [toIso(later), toIso(later)]
    assert.deepEqual(await find({ partnerId, until }), [first])
    assert.deepEqual(await find({ partnerId, since: toIso(Number(made)) }), [hidden, second, first])
    assert.deepEqual(await find({ partnerId, since }), [hidden, second])
    assert.deepEqual(await find({ partnerId, kind: 'product', since }), [second])
    assert.deepEqual(await find({ partnerId, kind: 'product', until }), [])
    assert.deepEqual(await find({ q: word, moderation: 'pending', since }), [second])
    const [row] = (await client.get(URL).headers(headers).qs({ q: word })).body().data
    assert.containSubset(row, { moderation: 'hidden', isPublic: false })
    for (const query of [{}, { moderation: 'approved' }, { kind: 'event' }]) {
      const response = await client.get(URL).headers(headers).qs(query)
      response.assertStatus(200)
    }
  })
})

test.group('admin.listings.moderation.update', () => {
  test('approves, hides and reinstates, and tells the partner', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await makePartner(await makeCorner())
    const { listingId } = await makeListing({
      partner,
      kind: 'package',
      listing: { moderation: 'pending' },
    })
    const say = (body: object) =>
      client.put(`${URL}/${listingId}/moderate`).headers(headers).json(body)
    const shows = async () => (await client.get(`/api/v1/packages/${listingId}`)).status()
    assert.equal(await shows(), 404)
    ;(await say({ decision: 'approve' })).assertStatus(200)
    assert.equal(await shows(), 200)
    const again = await say({ decision: 'approve' })
    again.assertStatus(409)
    assert.containSubset(again.body().errors[0], {
      code: 'E_MODERATION_CONFLICT',
      state: 'approved',
    })
    ;(await say({ decision: 'hide' })).assertStatus(422)
    const hidden = await say({ decision: 'hide', reason: 'The pictures are not yours' })
    hidden.assertStatus(200)
    assert.equal(await shows(), 404)
    const own = await client.get(`/api/v1/packages/${listingId}`).headers(partner.headers)
    assert.equal(own.body().data.moderationReason, 'The pictures are not yours')
    ;(await say({ decision: 'reinstate' })).assertStatus(200)
    assert.equal(await shows(), 200)

    await drainOutbox()
    const mails = (await mailsTo(partner.user.email!)).join('\n')
    assert.match(mails, /The pictures are not yours/)
    const feed = await db.from('notifications').where({ user_id: partner.user.id }).orderBy('id')
    assert.deepEqual(
      feed.map((entry) => entry.kind),
      ['listing_approved', 'listing_hidden', 'listing_approved']
    )
    const audit = await db.from('audit_entries').where({ subject_id: listingId }).orderBy('id')
    assert.deepEqual(
      audit.map((entry) => entry.action),
      ['listing.approved', 'listing.hidden', 'listing.reinstated']
    )
  })

  test('of two staff at once lets one decide', async ({ client, assert }) => {
    const { listingId } = await makeListing({ listing: { moderation: 'pending' } })
    const staff = [await actorOfRole('admin'), await actorOfRole('senior_admin')]
    const both = await Promise.all(
      staff.map(({ headers }) =>
        client.put(`${URL}/${listingId}/moderate`).headers(headers).json({ decision: 'approve' })
      )
    )
    assert.sameMembers(
      both.map((answer) => answer.status()),
      [200, 409]
    )
    assert.equal((await listingRow(listingId)).moderation, 'approved')
  })
})

test.group('admin.featured_listings.update', () => {
  test('puts a listing forward once, and takes it out again', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { listingId } = await makeListing({ partner })
    await makeListing({ partner })
    const feature = (featured: unknown) =>
      client.put(`${URL}/${listingId}/feature`).headers(admin.headers).json({ featured })
    const found = async (featured: boolean) => {
      const query = { partnerId: partner.partnerId, featured }
      const response = await client.get('/api/v1/products').qs(query)
      return response.body().data.map((listing: any) => [listing.id, listing.isFeatured])
    }
    ;(await feature('yes')).assertStatus(422)
    const answer = await feature(true)
    answer.assertStatus(200)
    assert.isTrue(answer.body().data.isFeatured)
    ;(await feature(true)).assertStatus(200)
    assert.deepEqual(await found(true), [[listingId, true]])
    assert.lengthOf(await found(false), 1)
    ;(await feature(false)).assertStatus(200)
    assert.lengthOf(await found(true), 0)
    const audit = await db.from('audit_entries').where({ subject_id: listingId }).orderBy('id')
    assert.deepEqual(
      audit.map((entry) => entry.action),
      ['listing.featured', 'listing.unfeatured']
    )
  })
})
