import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ReportReview from '#reviews/actions/report_review'
import { toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { ratingScore } from '#partners/services/merit'
import { actorOfRole } from '#tests/helpers/actors'
import { isSqlite, planOf } from '#tests/helpers/plans'
import { staffReviews } from '#reviews/queries/list_staff_reviews'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { makeReview, makeShop } from '#tests/helpers/reviews'

async function report(reviewId: string, note?: string) {
  const actor = asActor(await actorOfRole('client'))
  await new ReportReview().execute({ actor, reviewId, reason: 'fake', note })
}

test.group('admin.reviews', () => {
  test('queues the most reported first, then the newest', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const shop = await makeShop()
    const [quiet, once, twice, fresh] = [
      await makeReview(shop, { rating: 5 }),
      await makeReview(shop, { rating: 1 }),
      await makeReview(shop, { rating: 1 }),
      await makeReview(shop),
    ]
    await report(once.id)
    await report(twice.id)
    await report(twice.id)
    const { partnerId } = shop.partner
    const list = async (query: object) => {
      const response = await client
        .get('/api/v1/admin/reviews')
        .qs({ partnerId, ...query })
        .headers(admin.headers)
      response.assertStatus(200)
      return response.body()
    }
    const ids = async (query: object) => (await list(query)).data.map((review: any) => review.id)

    const first = await list({ limit: 3 })
    const rest = await list({ limit: 3, cursor: first.meta.nextCursor })
    assert.deepEqual(
      [...first.data, ...rest.data].map((review: any) => [review.id, review.openReports]),
      [
        [twice.id, 2],
        [once.id, 1],
        [fresh.id, 0],
        [quiet.id, 0],
      ]
    )
    assert.deepEqual(await ids({ reported: true }), [twice.id, once.id])
    assert.deepEqual(await ids({ rating: 5 }), [quiet.id])
    assert.deepEqual(await ids({ productId: shop.productId, rating: 4 }), [fresh.id])
    assert.deepEqual(await ids({ status: 'removed' }), [])
  })

  test('finds what was written in a window, by an index', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const shop = await makeShop()
    const [first, second] = [await makeReview(shop), await makeReview(shop)]
    const { created_at: time } = await db.from('reviews').where({ id: first.id }).firstOrFail()
    const later = Number(time) + 2
    await db.from('reviews').where({ id: second.id }).update({ created_at: later })
    const found = async (query: object) => {
      const response = await client
        .get('/api/v1/admin/reviews')
        .qs({ partnerId: shop.partner.partnerId, ...query })
        .headers(admin.headers)
      response.assertStatus(200)
      return response.body().data.map((review: any) => review.id)
    }
    assert.deepEqual(await found({ since: toIso(Number(time)) }), [second.id, first.id])
    assert.deepEqual(await found({ since: toIso(later) }), [second.id])
    assert.deepEqual(await found({ until: toIso(later) }), [first.id])
    for (const filters of [{}, { partnerId: 'prt_x' }, { rating: 1 }, { reported: true }]) {
      const query = staffReviews({ ...filters, since: 1, until: 2 })
        .orderBy('reviews.open_reports', 'desc')
        .orderBy('reviews.id', 'desc')
      const plan = await planOf('reviews', query.limit(21))
      if (isSqlite()) assert.notMatch(plan, /SCAN reviews/, JSON.stringify(filters))
      else assert.notInclude(plan, '"possible_keys":null', JSON.stringify(filters))
    }
  })

  test('shows one with who reported it', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const review = await makeReview(await makeShop())
    await report(review.id, 'Never was a client')
    const response = await client.get(`/api/v1/admin/reviews/${review.id}`).headers(admin.headers)
    response.assertStatus(200)
    const { data } = response.body()
    assert.equal(data.author.id, review.client.user.id)
    assert.containSubset(data.reports, [{ reason: 'fake', note: 'Never was a client' }])
    const missing = await client
      .get(`/api/v1/admin/reviews/${newId('review')}`)
      .headers(admin.headers)
    missing.assertStatus(404)
  })

  test('removes one: not shown, not counted, audited, its author told', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const shop = await makeShop()
    const bad = await makeReview(shop, { rating: 1 })
    await makeReview(shop, { rating: 4 })
    const remove = (json: object, path = `/api/v1/admin/reviews/${bad.id}`) =>
      client.delete(path).headers(admin.headers).json(json)

    const silent = await remove({})
    silent.assertStatus(422)
    const reason = 'It names a private address'
    const answers = await Promise.all([remove({ reason }), remove({ reason }), remove({ reason })])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [204, 409, 409])
    const published = await remove({ reason }, `/api/admin/review/${bad.id}`)
    published.assertStatus(409)
    assert.equal(published.body().errors[0].code, 'E_REVIEW_STATE')

    const partner = await db.from('partners').where({ id: shop.partner.partnerId }).firstOrFail()
    const listing = await db.from('listings').where({ id: shop.productId }).firstOrFail()
    for (const row of [partner, listing])
      assert.deepEqual(
        [row.rating_sum, row.rating_count, row.rating_score],
        [4, 1, ratingScore(4, 1)]
      )
    const shown = await client.get(`/api/v1/products/${shop.productId}/reviews`)
    assert.lengthOf(shown.body().data, 1)
    const entry = await db.from('audit_entries').where({ subject_id: bad.id }).firstOrFail()
    assert.include(entry, { action: 'review.removed', actor_id: admin.user.id, reason })

    await drainOutbox()
    assert.include((await mailsTo(bad.client.user.email!)).at(-1), reason)
    const edit = await client
      .put(`/api/v1/reviews/${bad.id}`)
      .headers(bad.client.headers)
      .json({ rating: 5 })
    edit.assertStatus(409)
    const reply = await client
      .post(`/api/v1/reviews/${bad.id}/reply`)
      .headers(shop.partner.headers)
      .json({ reply: 'Well' })
    reply.assertStatus(404)
  })

  test('keeps one that was reported for nothing, hides one, and shows it again', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const shop = await makeShop()
    const review = await makeReview(shop, { rating: 2 })
    await report(review.id)
    const path = `/api/v1/admin/reviews/${review.id}`
    const decide = (json: object) => client.put(path).headers(admin.headers).json(json)
    const stars = async () => {
      const row = await db.from('listings').where({ id: shop.productId }).firstOrFail()
      return [row.rating_sum, row.rating_count]
    }

    const kept = await decide({ decision: 'approve' })
    kept.assertStatus(200)
    assert.containSubset(kept.body().data, { status: 'published', openReports: 0 })
    assert.deepEqual(await stars(), [2, 1])

    const silent = await decide({ decision: 'hide' })
    silent.assertStatus(422)
    assert.equal(silent.body().errors[0].field, 'reason')
    const reason = 'We are asking its author'
    const hidings = [1, 2, 3].map(() => decide({ decision: 'hide', reason }))
    const statuses = (await Promise.all(hidings)).map((answer) => answer.status())
    assert.deepEqual(statuses.sort(), [200, 409, 409])
    assert.deepEqual(await stars(), [0, 0])
    const shown = () => client.get(`/api/v1/products/${shop.productId}/reviews`)
    assert.lengthOf((await shown()).body().data, 0)

    const restored = await decide({ decision: 'restore' })
    assert.containSubset(restored.body().data, { status: 'published', removalReason: null })
    assert.deepEqual(await stars(), [2, 1])
    assert.lengthOf((await shown()).body().data, 1)
    await client.delete(path).headers(admin.headers).json({ reason: 'An advert' })
    const undone = await decide({ decision: 'restore', reason: 'It was the wrong one' })
    undone.assertStatus(200)
    assert.deepEqual(await stars(), [2, 1])

    const lines = await db.from('audit_entries').where({ subject_id: review.id }).orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['approved', 'hidden', 'restored', 'removed', 'restored'].map((done) => `review.${done}`)
    )
    await drainOutbox()
    assert.include((await mailsTo(review.client.user.email!)).join(), reason)
  })
})
