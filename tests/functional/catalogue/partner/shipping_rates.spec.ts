import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { shippingRatesOf } from '#catalogue/queries/shipping_rates'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { makeRegion } from '#tests/helpers/regions'

const URL = '/api/v1/partner/shipping-rates'
const EUR = (amount: number) => ({ amount, currency: 'EUR' })

async function partner() {
  const actor = await actorOfRole('partner')
  const { id } = await db.from('partners').where({ user_id: actor.user.id }).firstOrFail()
  return { ...actor, partnerId: id as string }
}

test.group('partner.shipping_rates', () => {
  test('are replaced as a whole, and read back', async ({ client, assert }) => {
    const { headers, partnerId } = await partner()
    const [near, far] = [await makeRegion(), await makeRegion({ currency: 'JPY' })]
    const put = (rates: object[]) => client.put(URL).headers(headers).json({ rates })

    const both = await put([
      { regionId: near, amount: EUR(490), freeAbove: EUR(5000) },
      { regionId: far, amount: { amount: 2000, currency: 'JPY' } },
    ])
    both.assertStatus(200)
    assert.sameDeepMembers(
      both.body().data.map(({ region, amount, freeAbove }: any) => [region.id, amount, freeAbove]),
      [
        [near, EUR(490), EUR(5000)],
        [far, { amount: 2000, currency: 'JPY' }, null],
      ]
    )
    const found = await shippingRatesOf(db, [partnerId, newId('partner')], near)
    assert.deepEqual([...found], [[partnerId, { amount: 490, freeAbove: 5000 }]])

    const one = await put([{ regionId: near, amount: EUR(0), freeAbove: null }])
    one.assertStatus(200)
    const read = await client.get(URL).headers(headers)
    assert.deepEqual(read.body().data, one.body().data)
    assert.lengthOf(read.body().data, 1)
    assert.equal((await shippingRatesOf(db, [partnerId], far)).size, 0)
  })

  test('are in the currency of the region, of regions that exist, each once', async ({
    client,
    assert,
  }) => {
    const { headers } = await partner()
    const regionId = await makeRegion()
    const usd = { amount: 1, currency: 'USD' }
    const wrong: [object[], string][] = [
      [[{ regionId, amount: usd }], 'rates.0.amount.currency'],
      [[{ regionId, amount: EUR(1), freeAbove: usd }], 'rates.0.freeAbove.currency'],
      [[{ regionId: newId('region'), amount: EUR(1) }], 'rates.0.regionId'],
      [[{ regionId, amount: EUR(-1) }], 'rates.0.amount.amount'],
      [
        [
          { regionId, amount: EUR(1) },
          { regionId, amount: EUR(2) },
        ],
        'rates',
      ],
    ]
    for (const [rates, field] of wrong) {
      const response = await client.put(URL).headers(headers).json({ rates })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
    const read = await client.get(URL).headers(headers)
    assert.deepEqual(read.body().data, [])
  })

  test('do not count any more when the region changes its currency', async ({ client, assert }) => {
    const { headers, partnerId } = await partner()
    const regionId = await makeRegion()
    const rates = [{ regionId, amount: EUR(490) }]
    const put = await client.put(URL).headers(headers).json({ rates })
    put.assertStatus(200)
    await db.from('regions').where({ id: regionId }).update({ currency: 'JPY' })
    assert.equal((await shippingRatesOf(db, [partnerId], regionId)).size, 0)
  })

  test('go with their region', async ({ client }) => {
    const { headers } = await partner()
    const regionId = await makeRegion()
    const rates = [{ regionId, amount: EUR(490) }]
    const put = await client.put(URL).headers(headers).json({ rates })
    put.assertStatus(200)
    const admin = await actorOfRole('admin')
    const gone = await client.delete(`/api/v1/regions/${regionId}`).headers(admin.headers)
    gone.assertStatus(204)
  })

  test('of two changes at once one stays, whole', async ({ client, assert }) => {
    const { headers } = await partner()
    const [near, far] = [await makeRegion(), await makeRegion()]
    const answers = await Promise.all(
      [1, 2, 3, 4].map((amount) =>
        client
          .put(URL)
          .headers(headers)
          .json({ rates: [near, far].map((regionId) => ({ regionId, amount: EUR(amount) })) })
      )
    )
    for (const answer of answers) answer.assertStatus(200)
    const { data } = (await client.get(URL).headers(headers)).body()
    assert.lengthOf(data, 2)
    assert.deepEqual(data[0].amount, data[1].amount)
  })
})
