/*
 * Refresh tokens under fire: racers of one moment stay logged in on one chain, a token that comes
 * back later ends its family (docs/adr/0007-sessions-and-codes.md, RFC 9700 section 4.14).
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SECOND } from '#core/support/clock'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

const REFRESH = '/api/v1/auth/refresh-token'
const RACERS = 20

const tokensOf = (sessionId: string) => db.from('refresh_tokens').where({ session_id: sessionId })
const leavesOf = async (sessionId: string) =>
  (await tokensOf(sessionId)).filter(({ used_at: usedAt }) => usedAt === null)

test.group('refresh tokens', (group) => {
  group.each.teardown(() => clock.reset())

  const refresh = (client: any, refreshToken: string) => client.post(REFRESH).json({ refreshToken })
  const isIn = async (client: any, { headers }: Pick<TestActor, 'headers'>) =>
    (await client.get('/api/v1/auth/sessions').headers(headers)).status() === 200

  test('of one moment: twenty racers, no logout, one live leaf', async ({ client, assert }) => {
    const actor = await actorOfRole('client')
    const { sessionId, refreshToken } = actor
    const race = (count: number) =>
      Promise.all(Array.from({ length: count }, () => refresh(client, refreshToken)))
    const answers = await race(RACERS / 2)
    clock.travel(5 * SECOND)
    answers.push(...(await race(RACERS / 2)))

    const refused = answers.filter((answer) => answer.status() !== 200)
    const children = new Set(answers.map((answer) => answer.body().data.refreshToken))
    const leaves = await leavesOf(sessionId)
    console.log(
      `      ${answers.length} refreshes within 10 s: ${refused.length} logouts, ${leaves.length} live leaf`
    )
    assert.lengthOf(refused, 0)
    assert.equal(children.size, 1)
    assert.lengthOf(leaves, 1)
    assert.isTrue(await isIn(client, actor))
    // every racer goes on from the same leaf, in turn
    const next = await refresh(client, [...children][0])
    next.assertStatus(200)
    assert.lengthOf(await leavesOf(sessionId), 1)
  })

  test('of a slow tab are good while the others are ahead, and no orphan is left', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    const child = (await refresh(client, actor.refreshToken)).body().data.refreshToken
    const grandchild = (await refresh(client, child)).body().data.refreshToken
    clock.travel(5 * SECOND)
    const slow = await refresh(client, actor.refreshToken)
    slow.assertStatus(200)
    assert.equal(slow.body().data.refreshToken, child)
    ;(await refresh(client, grandchild)).assertStatus(200)
    assert.isTrue(await isIn(client, actor))
    assert.lengthOf(await leavesOf(actor.sessionId), 1)
  })

  test('that come back late end their family: logged, mailed, and nobody else’s', async ({
    client,
    assert,
  }) => {
    const actor = await actorOfRole('client')
    const elsewhere = await logIn(actor.user)
    const family = [actor.refreshToken]
    for (let age = 0; age < 3; age++)
      family.push((await refresh(client, family.at(-1)!)).body().data.refreshToken)
    clock.travel(11 * SECOND)
    const replays = await Promise.all(
      Array.from({ length: RACERS }, () => refresh(client, actor.refreshToken))
    )
    assert.deepEqual([...new Set(replays.map((answer) => answer.status()))], [401])
    for (const token of family) (await refresh(client, token)).assertStatus(401)
    assert.isFalse(await isIn(client, actor))
    assert.isTrue(await isIn(client, elsewhere))

    const session = await db.from('sessions').where({ id: actor.sessionId }).first()
    assert.equal(session.revoke_reason, 'refresh_reuse')
    const events = await db
      .from('audit_entries')
      .where({ subject_id: actor.user.id, action: 'session.refresh_reused' })
    await drainOutbox()
    const mails = (await mailsTo(actor.user.email!)).filter((mail) => mail.includes('used twice'))
    console.log(
      `      ${RACERS} late replays: family of ${family.length} dead, ${events.length} event, ${mails.length} mail`
    )
    assert.lengthOf(events, 1)
    assert.lengthOf(mails, 1)
  })

  test('die with their session, whoever ends it', async ({ client }) => {
    const actor = await actorOfRole('client')
    const other = await logIn(actor.user)
    const ended = client.delete(`/api/v1/auth/sessions/${other.sessionId}`).headers(actor.headers)
    ;(await ended).assertStatus(204)
    ;(await refresh(client, other.refreshToken)).assertStatus(401)
    ;(await client.post('/api/v1/auth/logout').headers(actor.headers)).assertStatus(204)
    ;(await refresh(client, actor.refreshToken)).assertStatus(401)
    for (const nonsense of ['', 'x', 'x'.repeat(200)])
      (await refresh(client, nonsense)).assertStatus(401)
  })
})
