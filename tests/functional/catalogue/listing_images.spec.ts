import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { png } from '#tests/helpers/partners'

test.group('products.images.store', () => {
  test('adds pictures in their order, which staff look at again', async ({ client, assert }) => {
    const partner = await makePartner(await makeCorner())
    const { listingId } = await makeListing({ partner })
    const added = await client
      .post(`/api/v1/products/${listingId}/images`)
      .headers(partner.headers)
      .file('images', await png(), { filename: '1.png' })
      .file('images', await png(), { filename: '2.png' })
    added.assertStatus(201)
    const { images, moderation } = added.body().data
    assert.lengthOf(images, 2)
    assert.equal(moderation, 'pending')
    const picture = await client.get(images[0].thumbnailUrl)
    picture.assertStatus(200)

    const removed = await client
      .delete(`/api/v1/products/${listingId}/images/${images[0].id}`)
      .headers(partner.headers)
    removed.assertStatus(204)
    const shown = await client.get(`/api/v1/products/${listingId}`).headers(partner.headers)
    assert.deepEqual(
      shown.body().data.images.map((image: any) => image.id),
      [images[1].id]
    )
  })

  test('stops at twelve, and takes only pictures', async ({ client, assert }) => {
    const partner = await makePartner(await makeCorner())
    const { listingId } = await makeListing({ partner })
    const upload = async (count: number) => {
      const request = client
        .post(`/api/products/${listingId}/upload-image`)
        .headers(partner.headers)
      for (let at = 0; at < count; at++)
        request.file('images', await png(), { filename: `${at}.png` })
      return request
    }
    ;(await upload(11)).assertStatus(201)
    const tooMany = await upload(2)
    tooMany.assertStatus(409)
    assert.equal(tooMany.body().errors[0].code, 'E_TOO_MANY_IMAGES')
    const kept = await db.from('files').where({ owner_id: partner.user.id, purpose: 'listing' })
    assert.lengthOf(kept, 11)
    const text = await client
      .post(`/api/v1/products/${listingId}/images`)
      .headers(partner.headers)
      .file('images', Buffer.from('hello'), { filename: 'a.png' })
    text.assertStatus(422)
  }).timeout(60_000)
})

test.group('packages.images.store, events.images.store', () => {
  test('packages and events have pictures, too, at their own addresses alone', async ({
    client,
    assert,
  }) => {
    const partner = await makePartner(await makeCorner())
    for (const kind of ['package', 'event'] as const) {
      const { listingId } = await makeListing({ partner, kind })
      const upload = async (path: string) =>
        client
          .post(`/api/v1/${path}/${listingId}/images`)
          .headers(partner.headers)
          .file('images', await png(), { filename: '1.png' })
      ;(await upload('products')).assertStatus(404)
      const added = await upload(`${kind}s`)
      added.assertStatus(201)
      const { id, kind: shownKind, images, moderation } = added.body().data
      assert.deepEqual([id, shownKind, moderation], [listingId, kind, 'pending'])
      assert.lengthOf(images, 1)
      ;(await client.get(images[0].thumbnailUrl)).assertStatus(200)

      const removed = await client
        .delete(`/api/v1/${kind}s/${listingId}/images/${images[0].id}`)
        .headers(partner.headers)
      removed.assertStatus(204)
      const shown = await client.get(`/api/v1/${kind}s/${listingId}`).headers(partner.headers)
      assert.lengthOf(shown.body().data.images, 0)
    }
  })
})
