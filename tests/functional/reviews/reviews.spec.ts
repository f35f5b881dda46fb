import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { MERIT_POINTS, ratingPoints, ratingScore, responsePoints } from '#partners/services/merit'
import { actorOfRole } from '#tests/helpers/actors'
import { makeDeliveredLine } from '#tests/helpers/orders'
import { drainOutbox } from '#tests/helpers/outbox'
import { makeReview, makeShop, type ReviewedShop } from '#tests/helpers/reviews'

const WORDS = { title: 'Good paper', body: 'It hangs\nin the hall.' }

const ratingsOf = async ({ partner, productId }: ReviewedShop) =>
  Promise.all(
    (
      [
        ['partners', partner.partnerId],
        ['listings', productId],
      ] as const
    ).map(async ([table, id]) => {
      const row = await db.from(table).where({ id }).firstOrFail()
      return [row.rating_sum, row.rating_count, row.rating_score]
    })
  )

test.group('reviews.store', () => {
  test('publishes a review, counts it everywhere and tells the partner', async ({
    client,
    assert,
  }) => {
    const shop = await makeShop()
    const { partner, productId } = shop
    const author = await actorOfRole('client', { name: 'Ada Byron' })
    const line = await makeDeliveredLine({ client: author, partner, listingId: productId })
    const response = await client
      .post('/api/v1/reviews')
      .headers(author.headers)
      .json({ orderLineId: line.orderLineId, rating: 5, ...WORDS, partnerId: newId('partner') })
    response.assertStatus(201)
    assert.containSubset(response.body().data, {
      ...WORDS,
      rating: 5,
      status: 'published',
      orderLineId: line.orderLineId,
      listing: { id: productId, title: 'A print' },
      partner: { id: partner.partnerId },
      reply: null,
    })
    const expected = [5, 1, ratingScore(5, 1)]
    assert.deepEqual(await ratingsOf(shop), [expected, expected])
    const reach = await db
      .from('partner_reaches')
      .where({ partner_id: partner.partnerId })
      .firstOrFail()
    assert.equal(reach.demerit, MERIT_POINTS - ratingPoints(5, 1) - responsePoints(0, 0, 0))

    await drainOutbox()
    const told = await db.from('notifications').where({ user_id: partner.user.id }).firstOrFail()
    assert.include(told, { kind: 'review_published', subject_id: response.body().data.id })
  })

  test('refuses what is not delivered, and what is not the own', async ({ client, assert }) => {
    const shop = await makeShop()
    const author = await actorOfRole('client')
    const post = (orderLineId: string) =>
      client
        .post('/api/v1/reviews')
        .headers(author.headers)
        .json({ orderLineId, rating: 3, ...WORDS })
    const line = { client: author, partner: shop.partner, listingId: shop.productId }

    for (const status of ['awaiting_payment', 'placed', 'shipped', 'cancelled']) {
      const early = await post((await makeDeliveredLine({ ...line, status })).orderLineId)
      early.assertStatus(409)
      assert.include(early.body().errors[0], { code: 'E_LINE_NOT_DELIVERED', state: status })
    }
    const completed = await makeDeliveredLine({ ...line, status: 'completed' })
    const late = await post(completed.orderLineId)
    late.assertStatus(201)
    const other = await makeDeliveredLine({ ...line, client: await actorOfRole('client') })
    const foreign = await post(other.orderLineId)
    foreign.assertStatus(404)
    const missing = await post(newId('orderLine'))
    missing.assertStatus(404)
    assert.deepEqual((await ratingsOf(shop))[0].slice(0, 2), [3, 1])
  })

  test('ten reviews of one line at once leave one', async ({ client, assert }) => {
    const shop = await makeShop()
    const author = await actorOfRole('client')
    const { orderLineId } = await makeDeliveredLine({
      client: author,
      partner: shop.partner,
      listingId: shop.productId,
    })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        client
          .post('/api/v1/reviews')
          .headers(author.headers)
          .json({ orderLineId, rating: 2, ...WORDS })
      )
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [201, ...Array.from({ length: 9 }, () => 409)])
    const refused = answers.find((answer) => answer.status() === 409)!
    assert.equal(refused.body().errors[0].code, 'E_LINE_REVIEWED')
    assert.deepEqual((await ratingsOf(shop))[1], [2, 1, ratingScore(2, 1)])
  })

  test('reviews of one partner at once are all counted', async ({ assert }) => {
    const shop = await makeShop()
    const stars = [1, 2, 3, 4, 5, 5, 4, 3]
    await Promise.all(stars.map((rating) => makeReview(shop, { rating })))
    const expected = [27, 8, ratingScore(27, 8)]
    assert.deepEqual(await ratingsOf(shop), [expected, expected])
  })

  test('a line without a listing counts for the partner alone', async ({ client, assert }) => {
    const shop = await makeShop()
    const author = await actorOfRole('client')
    const { orderLineId } = await makeDeliveredLine({ client: author, partner: shop.partner })
    const response = await client
      .post('/api/v1/reviews')
      .headers(author.headers)
      .json({ orderLineId, rating: 1, ...WORDS })
    response.assertStatus(201)
    assert.isNull(response.body().data.listing)
    const [partner, listing] = await ratingsOf(shop)
    assert.deepEqual([partner[1], listing[1]], [1, 0])
  })

  test('refuses stars that there are not', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    for (const rating of [0, 6, 4.5, '5', null]) {
      const response = await client
        .post('/api/v1/reviews')
        .headers(headers)
        .json({ orderLineId: newId('orderLine'), rating, ...WORDS })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'rating')
    }
  })
})

test.group('reviews.update', () => {
  test('changes words and stars; the ratings follow', async ({ client, assert }) => {
    const shop = await makeShop()
    const review = await makeReview(shop, { rating: 2 })
    const put = (json: object, { headers } = review.client) =>
      client.put(`/api/v1/reviews/${review.id}`).headers(headers).json(json)

    const changed = await put({ rating: 5 })
    changed.assertStatus(200)
    assert.include(changed.body().data, { rating: 5, title: review.title })
    const expected = [5, 1, ratingScore(5, 1)]
    assert.deepEqual(await ratingsOf(shop), [expected, expected])
    const words = await put({ title: 'Better than I thought' })
    assert.include(words.body().data, { rating: 5, title: 'Better than I thought' })
    const foreign = await put({ rating: 1 }, await actorOfRole('client'))
    foreign.assertStatus(404)

    const many = await Promise.all([1, 2, 3, 4, 5].map((rating) => put({ rating })))
    for (const answer of many) answer.assertStatus(200)
    const { rating } = await db.from('reviews').where({ id: review.id }).firstOrFail()
    assert.deepEqual((await ratingsOf(shop))[0], [rating, 1, ratingScore(rating, 1)])
  })

  test('not after its time', async ({ client, assert }) => {
    const review = await makeReview(await makeShop())
    const put = () =>
      client.put(`/api/v1/reviews/${review.id}`).headers(review.client.headers).json({ rating: 1 })
    await db
      .from('reviews')
      .where({ id: review.id })
      .update({ editable_until: clock.now() + DAY })
    const inTime = await put()
    inTime.assertStatus(200)
    await db.from('reviews').where({ id: review.id }).update({ editable_until: clock.now() })
    const late = await put()
    late.assertStatus(409)
    assert.include(late.body().errors[0], { code: 'E_REVIEW_NOT_EDITABLE', state: 'published' })
    assert.equal(Number(review.editable_until) - Number(review.created_at), 14 * DAY)
  })
})

test.group('reviews.replies.store', () => {
  test('the partner answers once, and may change the answer', async ({ client, assert }) => {
    const shop = await makeShop()
    const review = await makeReview(shop)
    const post = (reply: string, { headers } = shop.partner) =>
      client.post(`/api/v1/reviews/${review.id}/reply`).headers(headers).json({ reply })
    const first = await post('Thank you')
    first.assertStatus(200)
    assert.equal(first.body().data.reply.text, 'Thank you')
    const second = await post('Thank you very much')
    assert.equal(second.body().data.reply.text, 'Thank you very much')
    const told = await db.from('notifications').where({ user_id: review.client.user.id })
    assert.deepEqual(
      told.map((entry) => entry.kind),
      ['review_replied']
    )
    const foreign = await post('Mine', (await makeShop()).partner)
    foreign.assertStatus(404)
  })
})

test.group('reviews.reports.store', () => {
  test('counts each account once', async ({ client, assert }) => {
    const review = await makeReview(await makeShop())
    const reader = await actorOfRole('partner')
    const report = ({ headers } = reader, json: object = { reason: 'spam', note: 'An advert' }) =>
      client.post(`/api/v1/reviews/${review.id}/report`).headers(headers).json(json)
    const answers = await Promise.all([report(), report(), report()])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [204, 409, 409])
    const again = answers.find((answer) => answer.status() === 409)!
    assert.equal(again.body().errors[0].code, 'E_REVIEW_REPORTED')
    const other = await report(await actorOfRole('client'), { reason: 'fake' })
    other.assertStatus(204)
    const wrong = await report(reader, { reason: 'dislike' })
    wrong.assertStatus(422)
    const stored = await db.from('reviews').where({ id: review.id }).firstOrFail()
    assert.equal(stored.open_reports, 2)
  })
})
