import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox, linkTokenSentTo, mailsTo } from '#tests/helpers/outbox'
import { browserLogIn } from '#tests/helpers/outside/log_ins'
import { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import User from '#users/models/user'

const MINE = '/api/v1/user/identities'
const LINK = '/api/v1/auth/oidc/link'
const TENANT = '8e4f6a1c-2b7d-4c3e-9f10-5a6b7c8d9e0f'

test.group('identities', (group) => {
  let google: ProviderStandIn
  let azure: ProviderStandIn

  group.setup(async () => {
    google = await ProviderStandIn.start('google')
    azure = await ProviderStandIn.start('azure', { tenant: TENANT })
  })
  group.teardown(async () => {
    await azure.stop()
    await google.stop()
  })
  group.each.teardown(() => clock.reset())

  const at = (email: string | null) => google.person({ email, email_verified: true })
  const tokenOf = (subject: string) => google.idToken(subject, { jti: randomUUID() })

  /** The challenge that a log-in with this person's address is answered with. */
  async function challengeFor(client: any, subject: string): Promise<string> {
    const idToken = await tokenOf(subject)
    const response = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    response.assertStatus(200)
    return response.body().data.challenge
  }

  const listOf = async (client: any, actor: TestActor) =>
    (await client.get(MINE).headers(actor.headers)).body().data

  test('are never linked silently: the password links, and the owner hears of it', async ({
    client,
    assert,
  }) => {
    const owner = await actorOfRole('client')
    const subject = at(owner.user.email)
    const idToken = await tokenOf(subject)
    const asked = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    asked.assertStatus(200)
    const { challenge, expiresAt, ...said } = asked.body().data
    assert.deepEqual(said, { requiresLink: true, provider: 'google', email: owner.user.email })
    assert.isNotNull(expiresAt)
    assert.deepEqual(await listOf(client, owner), [])

    ;(await client.post(LINK).json({ challenge, password: 'not the password' })).assertStatus(401)
    assert.deepEqual(await listOf(client, owner), [])
    const linked = await client.post(LINK).json({ challenge, password: PASSWORD })
    linked.assertStatus(200)
    assert.equal(linked.body().data.user.id, owner.user.id)
    ;(await client.post(LINK).json({ challenge, password: PASSWORD })).assertStatus(422)

    const [mine] = await listOf(client, owner)
    assert.include(mine, { provider: 'google', email: owner.user.email })
    await drainOutbox()
    assert.include((await mailsTo(owner.user.email!)).join('\n'), 'log in with Google')
    const next = { idToken: await tokenOf(subject) }
    const login = await client.post('/api/v1/auth/oidc/google').json(next)
    assert.equal(login.body().data.user.id, owner.user.id)
    assert.isNotNull((await listOf(client, owner))[0].lastUsedAt)
    const audit = await db.from('audit_entries').where({ subject_id: owner.user.id })
    assert.includeMembers(
      audit.map((entry) => entry.action),
      ['session.refused', 'identity.linked', 'session.opened']
    )
  })

  test('take five passwords at most, and ten minutes', async ({ client, assert }) => {
    const owner = await actorOfRole('client')
    const challenge = await challengeFor(client, at(owner.user.email))
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => client.post(LINK).json({ challenge, password: 'a guess' }))
    )
    const statuses = tries.map((answer) => answer.status())
    assert.equal(statuses.filter((status) => status === 401).length, 5)
    assert.equal(statuses.filter((status) => status === 422).length, 15)
    ;(await client.post(LINK).json({ challenge, password: PASSWORD })).assertStatus(422)
    const late = await challengeFor(client, at(owner.user.email))
    clock.travel(11 * MINUTE)
    ;(await client.post(LINK).json({ challenge: late, password: PASSWORD })).assertStatus(422)
  })

  test('of an account with a second factor are linked after that', async ({ client, assert }) => {
    const { user } = await actorOfRole('client', { twoFactor: 'email' })
    const challenge = await challengeFor(client, at(user.email))
    const half = await client.post(LINK).json({ challenge, password: PASSWORD })
    half.assertStatus(200)
    assert.isTrue(half.body().data.requires2FA)
    assert.isNull(await db.from('identities').where({ user_id: user.id }).first())

    const code = await codeSentTo(user.email!)
    const second = { challenge: half.body().data.challenge, code }
    const login = await client.post('/api/v1/auth/login/verify-2fa').json(second)
    const headers = { authorization: login.body().data.accessToken }
    const stranger = await actorOfRole('client')
    const foreign = await client.post(MINE).headers(stranger.headers).json({ challenge })
    foreign.assertStatus(422)
    ;(await client.post(MINE).headers(headers).json({ challenge })).assertStatus(201)
    assert.lengthOf(await db.from('identities').where({ user_id: user.id }), 1)
  })

  test('are added by a user who is logged in: by browser and by ID token', async ({
    client,
    assert,
  }) => {
    const owner = await actorOfRole('partner')
    const other = at(`${unique('other')}@example.test`)
    const way = await browserLogIn('google', other)
    const added = await client.post(MINE).headers(owner.headers).json(way)
    added.assertStatus(201)
    const microsoft = azure.person({ email: `${unique('ms')}@example.test`, xms_edov: true })
    const proof = { provider: 'azure', idToken: await azure.idToken(microsoft) }
    ;(await client.post(MINE).headers(owner.headers).json(proof)).assertStatus(201)
    const providers = (await listOf(client, owner)).map((one: any) => one.provider)
    assert.deepEqual(providers, ['google', 'azure'])
    const idToken = await tokenOf(other)
    const login = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    assert.equal(login.body().data.user.id, owner.user.id)

    const thief = await actorOfRole('client')
    const again = { provider: 'google', idToken: await tokenOf(other) }
    const taken = await client.post(MINE).headers(thief.headers).json(again)
    taken.assertStatus(409)
    assert.equal(taken.body().errors[0].code, 'E_IDENTITY_TAKEN')
    const vague = azure.person({ email: `${unique('no')}@example.test` })
    const unverified = { provider: 'azure', idToken: await azure.idToken(vague) }
    ;(await client.post(MINE).headers(owner.headers).json(unverified)).assertStatus(422)
    ;(await client.post(MINE).headers(owner.headers).json({})).assertStatus(422)
    ;(await client.post(MINE).json(again)).assertStatus(401)
  })

  test('go when their owner says so, but not the only way in', async ({ client, assert }) => {
    const owner = await actorOfRole('client')
    const challenge = await challengeFor(client, at(owner.user.email))
    await client.post(LINK).json({ challenge, password: PASSWORD })
    const [{ id }] = await listOf(client, owner)
    const stranger = await actorOfRole('client')
    ;(await client.delete(`${MINE}/${id}`).headers(stranger.headers)).assertStatus(404)
    ;(await client.delete(`${MINE}/${id}`).headers(owner.headers)).assertStatus(204)
    ;(await client.delete(`${MINE}/${id}`).headers(owner.headers)).assertStatus(404)
    await drainOutbox()
    assert.include((await mailsTo(owner.user.email!)).at(-1), 'taken away')
  })

  /** An account that only providers open. */
  async function outsider(client: any): Promise<TestActor & { subject: string }> {
    const email = `${unique('only')}@example.test`
    const subject = at(email)
    const idToken = await tokenOf(subject)
    const made = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    const user = await User.findOrFail(made.body().data.user.id)
    return { ...(await logIn(user)), subject }
  }

  test('leave one when two are taken away at once', async ({ client, assert }) => {
    const owner = await outsider(client)
    const second = { provider: 'google', idToken: await tokenOf(at(`${unique()}@example.test`)) }
    ;(await client.post(MINE).headers(owner.headers).json(second)).assertStatus(201)
    const answers = await Promise.all(
      (await listOf(client, owner)).map(({ id }: any) =>
        client.delete(`${MINE}/${id}`).headers(owner.headers)
      )
    )
    assert.sameMembers(
      answers.map((answer: any) => answer.status()),
      [204, 409]
    )
    assert.lengthOf(await listOf(client, owner), 1)
  })

  test('need not be all: an account without a password sets one by the reset link', async ({
    client,
    assert,
  }) => {
    const owner = await outsider(client)
    const email = owner.user.email!
    const [{ id }] = await listOf(client, owner)
    const refused = await client.delete(`${MINE}/${id}`).headers(owner.headers)
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_ONLY_WAY_IN')
    const guess = { email, password: PASSWORD }
    ;(await client.post('/api/v1/auth/login').json(guess)).assertStatus(401)
    const change = { currentPassword: '', newPassword: PASSWORD }
    const changed = await client
      .put('/api/v1/user/change-password')
      .headers(owner.headers)
      .json(change)
    changed.assertStatus(422)

    await client.post('/api/v1/auth/forgot-password').json({ email })
    const token = await linkTokenSentTo(email)
    const set = { password: PASSWORD }
    ;(await client.post(`/api/v1/auth/reset-password/${token}`).json(set)).assertStatus(204)
    const login = await client.post('/api/v1/auth/login').json(guess)
    login.assertStatus(200)
    const headers = { authorization: login.body().data.accessToken }
    ;(await client.delete(`${MINE}/${id}`).headers(headers)).assertStatus(204)
    const idToken = await tokenOf(owner.subject)
    const after = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    assert.isTrue(after.body().data.requiresLink)
  })
})
