import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, toIso } from '#core/support/clock'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'

const URL = '/api/v1/events'
const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)
const inDays = (days: number) => toIso(clock.now() + days * DAY)

async function eventBody(overrides: object = {}) {
  return {
    title: 'Winter sale',
    description: 'While there are any.',
    categoryId: await makeCategory(),
    startsAt: inDays(-1),
    endsAt: inDays(2),
    prices: [{ amount: 900, currency: 'EUR', compareAt: 1900 }],
    stock: 7,
    ...overrides,
  }
}

test.group('events.store', () => {
  test('has a window, a price and a stock of its own', async ({ client, assert }) => {
    const { headers } = await makePartner(await makeCorner())
    const body = await eventBody()
    const made = await client.post(URL).headers(headers).json(body)
    made.assertStatus(201)
    const { data } = made.body()
    assert.containSubset(data, { startsAt: body.startsAt, endsAt: body.endsAt })
    assert.equal(data.variants[0].onHand, 7)
  })

  test('refuses a window that is none', async ({ client, assert }) => {
    const { headers } = await makePartner(await makeCorner())
    const windows = [
      { startsAt: inDays(3), endsAt: inDays(2) },
      { startsAt: inDays(-3), endsAt: inDays(-2) },
    ]
    for (const window of windows) {
      const response = await client
        .post(URL)
        .headers(headers)
        .json(await eventBody(window))
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'endsAt')
    }
    const missing = await client
      .post(URL)
      .headers(headers)
      .json(await eventBody({ endsAt: undefined, stock: undefined }))
    missing.assertStatus(422)
    assert.sameMembers(
      missing.body().errors.map((error: any) => error.field),
      ['endsAt', 'stock']
    )
  })
})

test.group('events.update', () => {
  test('moves the window, both ends together', async ({ client, assert }) => {
    const partner = await makePartner(await makeCorner())
    const { listingId } = await makeListing({ partner, kind: 'event' })
    const change = (body: object) =>
      client.put(`${URL}/${listingId}`).headers(partner.headers).json(body)
    const later = await change({ startsAt: inDays(5), endsAt: inDays(6) })
    later.assertStatus(200)
    const beforeItBegins = await change({ endsAt: inDays(4) })
    beforeItBegins.assertStatus(422)
    assert.equal(beforeItBegins.body().errors[0].field, 'endsAt')
  })
})

test.group('events.index', () => {
  test('shows what runs or will run, the first to end on top', async ({ client, assert }) => {
    const categoryId = await makeCategory()
    const now = clock.now()
    const event = async (from: number, to: number) => {
      const listing = { starts_at: now + from * DAY, ends_at: now + to * DAY }
      return (await makeListing({ kind: 'event', categoryId, listing })).listingId
    }
    const over = await event(-3, -1)
    const long = await event(-1, 9)
    const short = await event(-1, 1)
    const coming = await event(2, 4)
    const find = async (query: object) => ids(await client.get(URL).qs({ categoryId, ...query }))
    assert.deepEqual(await find({}), [short, coming, long])
    assert.deepEqual(await find({ running: true }), [short, long])
    assert.deepEqual(await find({ running: false }), [coming])
    assert.deepEqual(await find({ currency: 'USD' }), [])
    const shown = await client.get(`${URL}/${over}`)
    shown.assertStatus(200)
  })

  test('shows all to the partner who asks for all and to moderators, and to nobody else', async ({
    client,
    assert,
  }) => {
    const [partner, other] = [
      await makePartner(await makeCorner()),
      await makePartner(await makeCorner()),
    ]
    const { partnerId } = partner
    const states = [
      {},
      { status: 'draft' },
      { moderation: 'pending' },
      { moderation: 'hidden' },
    ] as const
    const made: string[] = []
    for (const listing of states)
      made.push((await makeListing({ partner, kind: 'event', listing })).listingId)
    const over = { starts_at: clock.now() - 2 * DAY, ends_at: clock.now() - DAY }
    const past = (await makeListing({ partner, kind: 'event' })).listingId
    await db.from('listings').where({ id: past }).update(over)
    const list = (query: object, { headers }: { headers: object } = { headers: {} }) =>
      client
        .get(URL)
        .qs({ partnerId, ...query })
        .headers(headers as Record<string, string>)
    const everything = [past, ...made.toReversed()]
    for (const known of [partner, await actorOfRole('admin')]) {
      const all = await list({ all: true }, known)
      assert.deepEqual(ids(all), everything)
      assert.equal(all.body().data[1].moderation, 'hidden')
      const page = await list({ all: true, limit: 2 }, known)
      const { nextCursor: cursor } = page.body().meta
      assert.deepEqual(ids(await list({ all: true, limit: 9, cursor }, known)), everything.slice(2))
    }
    assert.deepEqual(ids(await list({}, partner)), [made[0]])
    assert.deepEqual(ids(await list({ all: true })), [made[0]])
    ;(await list({ all: true }, other)).assertStatus(404)
    ;(await list({ all: true }, await actorOfRole('client'))).assertStatus(404)
    const nobodys = await client.get(URL).qs({ all: true }).headers(partner.headers)
    nobodys.assertStatus(422)
    assert.equal(nobodys.body().errors[0].field, 'partnerId')
  })
})
