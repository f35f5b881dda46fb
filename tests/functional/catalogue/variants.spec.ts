import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { makeListing, variantRow, type TestListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartner, type TestPartner } from '#tests/helpers/marketplace'

const prices = [{ amount: 700, currency: 'EUR' }]

async function shop(options: object = {}): Promise<TestListing & { partner: TestPartner }> {
  const partner = await makePartner(await makeCorner())
  return { partner, ...(await makeListing({ partner, ...options })) }
}

test.group('variants.store', () => {
  test('adds one that can be told from the others', async ({ client, assert }) => {
    const { partner, listingId } = await shop({ variants: 2 })
    const add = (body: object) =>
      client.post(`/api/v1/products/${listingId}/variants`).headers(partner.headers).json(body)
    const added = await add({ options: { size: 'XL', colour: 'red' }, prices, stock: 4 })
    added.assertStatus(201)
    assert.lengthOf(added.body().data.variants, 3)
    assert.deepEqual(added.body().data.prices, [{ currency: 'EUR', min: 700, max: 1999 }])
    const same = await add({ options: { colour: 'red', size: 'XL' }, prices })
    same.assertStatus(409)
    assert.equal(same.body().errors[0].code, 'E_OPTIONS_TAKEN')
  })
})

test.group('variants.update', () => {
  test('changes label, options and prices, of own variants alone', async ({ client, assert }) => {
    const { partner, variantIds } = await shop({ variants: 2 })
    const [variantId, other] = variantIds
    const change = (body: object, headers = partner.headers) =>
      client.put(`/api/v1/variants/${variantId}`).headers(headers).json(body)
    const changed = await change({ sku: 'NEW-1', options: { size: 'S' }, prices })
    changed.assertStatus(200)
    const [variant] = changed.body().data.variants
    assert.containSubset(variant, { sku: 'NEW-1', options: { size: 'S' } })
    assert.equal(variant.prices[0].amount, 700)
    const { sku, options } = await variantRow(other)
    ;(await change({ sku })).assertStatus(409)
    ;(await change({ options: JSON.parse(options) })).assertStatus(409)
    const stranger = await makePartner(await makeCorner())
    ;(await change({ prices }, stranger.headers)).assertStatus(404)
  })
})

test.group('variants.destroy', () => {
  test('retires all but the last, and frees the label', async ({ client, assert }) => {
    const { partner, variantIds, listingId } = await shop({ variants: 2 })
    const { sku } = await variantRow(variantIds[0])
    const retire = (id: string) => client.delete(`/api/v1/variants/${id}`).headers(partner.headers)
    ;(await retire(variantIds[0])).assertStatus(204)
    ;(await retire(variantIds[0])).assertStatus(404)
    const last = await retire(variantIds[1])
    last.assertStatus(409)
    assert.equal(last.body().errors[0].code, 'E_LAST_VARIANT')
    const again = await client
      .post(`/api/v1/products/${listingId}/variants`)
      .headers(partner.headers)
      .json({ sku, options: { size: 'S' }, prices })
    again.assertStatus(201)
  })

  test('of two at once leaves one', async ({ client, assert }) => {
    const { partner, variantIds } = await shop({ variants: 2 })
    const both = await Promise.all(
      variantIds.map((id) => client.delete(`/api/v1/variants/${id}`).headers(partner.headers))
    )
    assert.sameMembers(
      both.map((answer) => answer.status()),
      [204, 409]
    )
  })
})

test.group('variants.stock.update', () => {
  const set = (client: any, partner: TestPartner, variantId: string) => (body: object) =>
    client.put(`/api/v1/variants/${variantId}/stock`).headers(partner.headers).json(body)

  test('changes by so many, never below what is promised', async ({ client, assert }) => {
    const { partner, variantId } = await shop({ stock: 10 })
    await db.from('variants').where({ id: variantId }).update({ reserved: 4 })
    const change = set(client, partner, variantId)
    const less = await change({ delta: -6, reason: 'Broken' })
    less.assertStatus(200)
    assert.containSubset(less.body().data.variants[0], { onHand: 4, available: 0, version: 1 })
    const tooFew = await change({ delta: -1 })
    tooFew.assertStatus(409)
    assert.containSubset(tooFew.body().errors[0], {
      code: 'E_STOCK_TOO_LOW',
      onHand: 4,
      reserved: 4,
      version: 1,
    })
    const moves = await db.from('stock_moves').where({ variant_id: variantId }).orderBy('id')
    assert.deepEqual(
      moves.map((move) => [move.kind, Number(move.quantity), move.reason]),
      [
        ['opening', 10, null],
        ['adjustment', -6, 'Broken'],
      ]
    )
  })

  test('sets the number that was counted, if nobody changed it since', async ({
    client,
    assert,
  }) => {
    const { partner, variantId } = await shop({ stock: 10 })
    const change = set(client, partner, variantId)
    const both = await Promise.all([
      change({ onHand: 3, version: 0 }),
      change({ onHand: 8, version: 0 }),
    ])
    assert.sameMembers(
      both.map((answer) => answer.status()),
      [200, 409]
    )
    const late = both.find((answer) => answer.status() === 409)!
    assert.equal(late.body().errors[0].code, 'E_STOCK_STALE')
    const { on_hand: onHand } = await variantRow(variantId)
    const [{ total }] = await db
      .from('stock_moves')
      .where({ variant_id: variantId })
      .sum('quantity as total')
    assert.equal(Number(total), Number(onHand))
  })

  test('says both, or neither: refused', async ({ client }) => {
    const { partner, variantId } = await shop()
    const change = set(client, partner, variantId)
    ;(await change({})).assertStatus(422)
    ;(await change({ onHand: 4 })).assertStatus(422)
  })

  test('of twenty changes at once loses none', async ({ client, assert }) => {
    const { partner, variantId } = await shop({ stock: 0 })
    const change = set(client, partner, variantId)
    await Promise.all(Array.from({ length: 20 }, () => change({ delta: 3 })))
    assert.equal(Number((await variantRow(variantId)).on_hand), 60)
  })
})
