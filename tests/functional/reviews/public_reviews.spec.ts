import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { planOf } from '#tests/helpers/plans'
import { fillReviews, makeReview, makeShop } from '#tests/helpers/reviews'

test.group('reviews in public', () => {
  test('are listed for product and partner, newest or best first, in pages', async ({
    client,
    assert,
  }) => {
    const shop = await makeShop()
    const author = await actorOfRole('client', { name: 'Ada Byron' })
    const ids: string[] = []
    for (const rating of [3, 5, 1, 5])
      ids.push((await makeReview(shop, { rating, client: author })).id)
    const [three, five, one, latest] = ids
    const urls = [
      `/api/v1/products/${shop.productId}/reviews`,
      `/api/v1/partners/${shop.partner.partnerId}/reviews`,
    ]
    for (const url of urls) {
      const read = async (query: object) => {
        const response = await client.get(url).qs(query)
        response.assertStatus(200)
        return response.body()
      }
      const walk = async (sort: string) => {
        const first = await read({ sort, limit: 3 })
        const rest = await read({ sort, limit: 3, cursor: first.meta.nextCursor })
        assert.isNull(rest.meta.nextCursor)
        return [...first.data, ...rest.data].map(({ id }: any) => id)
      }
      assert.deepEqual(await walk('newest'), [latest, one, five, three])
      assert.deepEqual(await walk('rating'), [latest, five, three, one])
      const { data, meta } = await read({})
      assert.deepEqual(meta.rating, { average: 3.5, count: 4 })
      assert.deepEqual(data[0].author, { firstName: 'Ada' })
      assert.notInclude(JSON.stringify(data), author.user.id)
    }
    const wrong = await client.get(urls[0]).qs({ sort: 'worst' })
    wrong.assertStatus(422)
  })

  test('are hidden with their product and partner', async ({ client }) => {
    const shop = await makeShop()
    await makeReview(shop)
    await db.from('listings').where({ id: shop.productId }).update({ is_public: false })
    const product = await client.get(`/api/v1/products/${shop.productId}/reviews`)
    product.assertStatus(404)
    const { partnerId } = shop.partner
    await db.from('partners').where({ id: partnerId }).update({ status: 'suspended' })
    const partner = await client.get(`/api/v1/partners/${partnerId}/reviews`)
    partner.assertStatus(404)
    const missing = await client.get(`/api/v1/products/${newId('product')}/reviews`)
    missing.assertStatus(404)
  })

  test('come from indexes in their order', async ({ assert }) => {
    const shop = await makeShop()
    await fillReviews(shop, 1500)
    await fillReviews(await makeShop(), 1500)
    const { productId, partner } = shop
    const of = (where: object) => db.from('reviews').where({ status: 'published', ...where })
    const queries = [
      of({ listing_id: productId }).orderBy('id', 'desc'),
      of({ listing_id: productId }).orderBy('rating', 'desc').orderBy('id', 'desc'),
      of({ partner_id: partner.partnerId }).orderBy('id', 'desc'),
      of({ partner_id: partner.partnerId }).orderBy('rating', 'desc').orderBy('id', 'desc'),
      of({}).orderBy('open_reports', 'desc').orderBy('id', 'desc'),
    ]
    for (const query of queries) {
      const plan = await planOf('reviews', query.limit(21))
      assert.match(plan, /reviews_\w+_index/)
      assert.notMatch(plan, /TEMP B-TREE|filesort/)
    }
  }).timeout(30_000)
})
