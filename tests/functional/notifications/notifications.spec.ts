import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox } from '#tests/helpers/outbox'

const FEED = '/api/v1/user/notifications'

async function tell({ user }: TestActor, ...titles: string[]) {
  for (const title of titles)
    await write((trx) => addToFeed(trx, { userId: user.id, kind: 'test', title, body: 'b' }))
}

test.group('notifications.index', () => {
  test('wants a log-in', async ({ client }) => {
    ;(await client.get(FEED)).assertStatus(401)
  })

  test('pages through the own feed, newest first, and counts the unread', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    await tell(actor, 'one', 'two', 'three')
    await tell(await actorOfRole('client'), 'foreign')
    const first = await client.get(FEED).qs({ limit: 2 }).headers(actor.headers)
    const { data, meta } = first.body()
    assert.deepEqual(
      data.map((entry: any) => entry.title),
      ['three', 'two']
    )
    assert.equal(meta.unreadCount, 3)
    const next = await client
      .get(FEED)
      .qs({ limit: 2, cursor: meta.nextCursor })
      .headers(actor.headers)
    assert.equal(next.body().data[0].title, 'one')
    assert.isNull(next.body().meta.nextCursor)
  })

  test('refuses odd cursors and limits', async ({ client }) => {
    const { headers } = await actorOfRole('partner')
    ;(await client.get(FEED).qs({ cursor: 'x' }).headers(headers)).assertStatus(400)
    ;(await client.get(FEED).qs({ limit: 101 }).headers(headers)).assertStatus(422)
  })
})

test.group('notifications.readings.update', () => {
  test('marks an entry once; foreign and missing ones are not there', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    const stranger = await actorOfRole('client')
    await tell(actor, 'one', 'two')
    const feed = await client.get(FEED).headers(actor.headers)
    const { id } = feed.body().data[0]
    const read = (who: TestActor, which: string) =>
      client.put(`${FEED}/${which}/read`).headers(who.headers)

    ;(await client.put(`${FEED}/${id}/read`)).assertStatus(401)
    ;(await read(stranger, id)).assertStatus(404)
    ;(await read(actor, newId('notification'))).assertStatus(404)
    const first = await read(actor, id)
    const second = await read(actor, id)
    assert.isTrue(first.body().data.isRead)
    assert.equal(second.body().data.readAt, first.body().data.readAt)
    const unread = await client.get(FEED).qs({ unread: true }).headers(actor.headers)
    assert.lengthOf(unread.body().data, 1)
    assert.equal(unread.body().meta.unreadCount, 1)
  })
})

test.group('a message with a code', () => {
  test('is not sent without it when no key opens it', async ({ assert }) => {
    const to = `${unique('reader')}@example.test`
    const id = await write((trx) =>
      queueEmail(trx, {
        userId: null,
        to,
        template: 'verify_email',
        data: { minutes: 10 },
        secrets: { code: '123456' },
      })
    )
    const sealed = await db.from('email_logs').where({ id }).firstOrFail()
    await db.from('email_logs').where({ id }).update({ secrets: 'k00000000.v1:lost.lost.lost' })
    await drainOutbox()
    const kept = await db.from('email_logs').where({ id }).firstOrFail()
    assert.deepEqual([kept.status, kept.sent_at], ['queued', null])

    await db.from('email_logs').where({ id }).update({ secrets: sealed.secrets })
    await db.from('outbox').where('payload', 'like', `%${id}%`).update({ available_at: 0 })
    assert.equal(await codeSentTo(to), '123456')
  })
})
