import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { approvedPartner, draftPartner, png } from '#tests/helpers/partners'

const URL = '/api/v1/partner/portfolio'

test.group('partner.portfolio.store', () => {
  test('adds an entry with images and shows it to everybody', async ({ client, assert }) => {
    const { headers, partnerId } = await approvedPartner()
    const added = await client
      .post(URL)
      .headers(headers)
      .field('title', 'A wedding')
      .file('images', await png(), { filename: '1.png' })
      .file('images', await png(), { filename: '2.png' })
    added.assertStatus(201)
    assert.lengthOf(added.body().data.images, 2)
    assert.equal(added.body().data.images[0].width, 600)
    const shown = await client.get(`/api/v1/partners/${partnerId}/portfolio`)
    assert.equal(shown.body().data[0].title, 'A wedding')
  })

  test('takes JSON too, refuses bad words, and stops at 30 entries', async ({ client, assert }) => {
    const { headers, partnerId } = await draftPartner()
    const bad = await client.post(URL).headers(headers).json({ title: '', link: 'ftp://x' })
    bad.assertStatus(422)
    const now = Date.now()
    await db.table('portfolio_entries').multiInsert(
      Array.from({ length: 29 }, (_, index) => ({
        id: `pfl_${partnerId.slice(4, 28)}${String(index).padStart(2, '0')}`,
        partner_id: partnerId,
        title: 'x',
        position: index + 1,
        created_at: now,
        updated_at: now,
      }))
    )
    const both = await Promise.all(
      [1, 2].map(() => client.post(URL).headers(headers).json({ title: 'The last' }))
    )
    assert.sameMembers(
      both.map((answer) => answer.status()),
      [201, 409]
    )
  })
})

test.group('partner.portfolio.update', () => {
  test('changes words and images, of the own entries alone', async ({ client, assert }) => {
    const { headers, user } = await draftPartner()
    const added = await client
      .post(URL)
      .headers(headers)
      .field('title', 'Before')
      .file('images', await png(), { filename: '1.png' })
      .file('images', await png(), { filename: '2.png' })
    const { id, images } = added.body().data
    const changed = await client
      .put(`${URL}/${id}`)
      .headers(headers)
      .json({ title: 'After', imageIds: [images[1].id] })
    changed.assertStatus(200)
    assert.deepEqual(
      changed.body().data.images.map((image: any) => image.id),
      [images[1].id]
    )
    assert.equal(changed.body().data.title, 'After')
    assert.lengthOf(await db.from('files').where({ owner_id: user.id }), 1)
    const gone = await client
      .put(`${URL}/${id}`)
      .headers(headers)
      .json({ imageIds: [images[0].id] })
    gone.assertStatus(422)
    const stranger = await draftPartner()
    const foreign = await client
      .put(`${URL}/${id}`)
      .headers(stranger.headers)
      .json({ title: 'Mine' })
    foreign.assertStatus(404)
  })
})

test.group('partner.portfolio_order.update', () => {
  test('takes all own entries in a new order, and nothing else', async ({ client, assert }) => {
    const { headers } = await draftPartner()
    const ids: string[] = []
    for (const title of ['a', 'b', 'c']) {
      const added = await client.post(URL).headers(headers).json({ title })
      ids.push(added.body().data.id)
    }
    const order = (entryIds: string[]) =>
      client.put(`${URL}/order`).headers(headers).json({ entryIds })
    const reversed = await order(ids.toReversed())
    reversed.assertStatus(200)
    assert.deepEqual(
      reversed.body().data.map((entry: any) => entry.title),
      ['c', 'b', 'a']
    )
    for (const wrong of [ids.slice(1), [...ids, 'pfl_01h2xcejqtf2nbrexx3vqjhp41'], []]) {
      const refused = await order(wrong)
      refused.assertStatus(422)
    }
  })
})

test.group('partner.portfolio.destroy', () => {
  test('removes an own entry with its images', async ({ client, assert }) => {
    const { headers, user } = await draftPartner()
    const added = await client
      .post(URL)
      .headers(headers)
      .field('title', 'Gone soon')
      .file('images', await png(), { filename: '1.png' })
    const path = `${URL}/${added.body().data.id}`
    const foreign = await client.delete(path).headers((await draftPartner()).headers)
    foreign.assertStatus(404)
    const removed = await client.delete(path).headers(headers)
    removed.assertStatus(204)
    const list = await client.get(URL).headers(headers)
    assert.isEmpty(list.body().data)
    assert.isEmpty(await db.from('files').where({ owner_id: user.id }))
  })
})
