import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'

const ADDRESSES = '/api/v1/user/addresses'
const home = {
  label: 'Home',
  recipient: 'Clara Client',
  line1: 'Hauptstr. 1',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
}

const add = (client: ApiClient, { headers }: TestActor, more: object = {}) =>
  client
    .post(ADDRESSES)
    .headers(headers)
    .json({ ...home, ...more })

async function defaultsOf({ user }: TestActor): Promise<string[]> {
  const rows = await db.from('addresses').where({ user_id: user.id, is_default: 1 })
  return rows.map((row) => row.label)
}

test.group('users.addresses', () => {
  test('wants a log-in', async ({ client }) => {
    ;(await client.get(ADDRESSES)).assertStatus(401)
    ;(await client.post(ADDRESSES).json(home)).assertStatus(401)
  })

  test('keeps exactly one default through adding, changing and removing', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    const first = (await add(client, actor)).body().data
    assert.isTrue(first.isDefault)
    const second = (await add(client, actor, { label: 'Office' })).body().data
    assert.isFalse(second.isDefault)
    await add(client, actor, { label: 'Shop', isDefault: true })
    assert.deepEqual(await defaultsOf(actor), ['Shop'])

    const put = (id: string, body: object) =>
      client.put(`${ADDRESSES}/${id}`).headers(actor.headers).json(body)
    const moved = await put(second.id, { isDefault: true, line2: '3rd floor' })
    assert.isTrue(moved.body().data.isDefault)
    ;(await put(second.id, { isDefault: true })).assertStatus(200)
    assert.deepEqual(await defaultsOf(actor), ['Office'])
    ;(await put(second.id, { isDefault: false })).assertStatus(422)

    const gone = await client.delete(`${ADDRESSES}/${second.id}`).headers(actor.headers)
    gone.assertStatus(204)
    assert.deepEqual(await defaultsOf(actor), ['Shop'])
    const list = await client.get(ADDRESSES).headers(actor.headers)
    assert.deepEqual(
      list.body().data.map((address: any) => address.label),
      ['Shop', 'Home']
    )
    assert.isNull(list.body().meta.nextCursor)
  })

  test('keeps one default among parallel additions, and fifty at most', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    const answers = await Promise.all(
      Array.from({ length: 55 }, (_, i) => add(client, actor, { isDefault: i % 2 === 0 }))
    )
    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      50
    )
    assert.lengthOf(
      statuses.filter((status) => status === 409),
      5
    )
    assert.lengthOf(await defaultsOf(actor), 1)
  }).timeout(120_000)

  test("takes nobody else's address for one", async ({ client, assert }) => {
    const owner = await actorOfRole('client')
    const stranger = await actorOfRole('client')
    const { id } = (await add(client, owner)).body().data
    const foreign = await client
      .put(`${ADDRESSES}/${id}`)
      .headers(stranger.headers)
      .json({ city: 'X' })
    const missing = await client
      .put(`${ADDRESSES}/${newId('address')}`)
      .headers(stranger.headers)
      .json({ city: 'X' })
    foreign.assertStatus(404)
    assert.deepEqual(foreign.body().errors, missing.body().errors)
    ;(await client.delete(`${ADDRESSES}/${id}`).headers(stranger.headers)).assertStatus(404)
    const list = await client.get(ADDRESSES).headers(stranger.headers)
    assert.lengthOf(list.body().data, 0)
  })

  test('names every invalid field', async ({ client, assert }) => {
    const actor = await actorOfRole('client')
    const response = await client
      .post(ADDRESSES)
      .headers(actor.headers)
      .json({ label: 'x'.repeat(41), country: 'de', phone: '123', isDefault: 'yes', line1: '' })
    response.assertStatus(422)
    assert.includeMembers(
      response.body().errors.map((error: any) => error.field),
      ['label', 'recipient', 'line1', 'city', 'country', 'phone', 'isDefault']
    )
  })
})
