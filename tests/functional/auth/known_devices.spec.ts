import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { withApp, type App } from '#tests/helpers/factors'
import { linkTokenSentTo } from '#tests/helpers/outbox'

const API = '/api/v1'
const DEVICES = `${API}/auth/devices`

type Client = any

interface Here {
  deviceToken: string
  headers: { authorization: string }
}

/** Logs in on a device that is to be remembered for 30 days. */
async function onDevice(client: Client, person: TestActor, app: App, name: string): Promise<Here> {
  const { email } = person.user
  const body = { email, password: PASSWORD }
  const first = await client.post(`${API}/auth/login`).header('user-agent', name).json(body)
  const { challenge } = first.body().data
  const second = await client
    .post(`${API}/auth/login/verify-2fa`)
    .header('user-agent', name)
    .json({ challenge, code: app.next(), rememberDevice: true })
  second.assertStatus(200)
  const { accessToken, deviceToken } = second.body().data
  return { deviceToken, headers: { authorization: `Bearer ${accessToken}` } }
}

/** Whether a log-in there is asked for the second factor. */
async function isAsked(
  client: Client,
  { user }: TestActor,
  { deviceToken }: Here,
  password = PASSWORD
) {
  const body = { email: user.email, password, deviceToken }
  const login = await client.post(`${API}/auth/login`).json(body)
  login.assertStatus(200)
  return login.body().data.requires2FA === true
}

const known = ({ user }: TestActor) => db.from('known_devices').where({ user_id: user.id })

test.group('auth.known_devices', () => {
  test('are listed to their owner by name and time, and forgotten one by one', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const phone = await onDevice(client, person, app, 'Phone/1')
    const laptop = await onDevice(client, person, app, 'Laptop/2')
    const list = async () => {
      const response = await client.get(DEVICES).headers(phone.headers)
      response.assertStatus(200)
      return response.body().data
    }
    const devices = await list()
    assert.deepEqual(
      devices.map(({ name, isCurrent }: any) => [name, isCurrent]),
      [
        ['Laptop/2', false],
        ['Phone/1', true],
      ]
    )
    assert.sameMembers(Object.keys(devices[0]), [
      ...['id', 'name', 'isCurrent', 'rememberedUntil', 'lastSeenAt', 'createdAt'],
    ])
    assert.isFalse(await isAsked(client, person, laptop))

    const url = `${DEVICES}/${devices[0].id}`
    const stranger = await actorOfRole('client')
    ;(await client.delete(url).headers(stranger.headers)).assertStatus(404)
    ;(await client.delete(url).headers(phone.headers)).assertStatus(204)
    ;(await client.delete(url).headers(phone.headers)).assertStatus(404)
    assert.isTrue(await isAsked(client, person, laptop))
    assert.isFalse(await isAsked(client, person, phone))
    assert.lengthOf(await list(), 1)
  })

  test('with the session its owner ends goes what was remembered there', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const here = await onDevice(client, person, app, 'Here/1')
    const there = await onDevice(client, person, app, 'There/1')
    const sessions = await client.get(`${API}/auth/sessions`).headers(here.headers)
    const { id } = sessions.body().data.find((session: any) => session.userAgent === 'There/1')
    ;(await client.delete(`${API}/auth/sessions/${id}`).headers(here.headers)).assertStatus(204)
    assert.isTrue(await isAsked(client, person, there))
    assert.isFalse(await isAsked(client, person, here), 'the others stay as they are')
    // a plain log-out is no distrust
    await client.post(`${API}/auth/logout`).headers(here.headers)
    assert.isFalse(await isAsked(client, person, here))
  })

  test('with all the other sessions goes what was remembered elsewhere', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const here = await onDevice(client, person, app, 'Here/1')
    const there = await onDevice(client, person, app, 'There/1')
    const cleared = await client.delete(`${API}/auth/sessions`).headers(here.headers)
    assert.deepEqual(cleared.body().data, { ended: 2 })
    assert.isTrue(await isAsked(client, person, there))
    assert.isFalse(await isAsked(client, person, here))
  })

  test('a new password leaves the device of who set it, a reset by link leaves none', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const { email } = person.user
    const here = await onDevice(client, person, app, 'Here/1')
    await onDevice(client, person, app, 'Intruder/1')
    assert.lengthOf(await known(person), 2)
    const password = 'another horse battery'
    const changed = await client
      .put(`${API}/user/change-password`)
      .headers(here.headers)
      .json({ currentPassword: PASSWORD, newPassword: password })
    changed.assertStatus(204)
    const left = await known(person)
    assert.deepEqual(
      left.map(({ name, remembered_until: until }) => [name, until]),
      [['Here/1', null]]
    )
    assert.isTrue(await isAsked(client, person, here, password))

    await client.post(`${API}/auth/forgot-password`).json({ email })
    const token = await linkTokenSentTo(email!)
    const reset = await client.post(`${API}/auth/reset-password/${token}`).json({ password })
    reset.assertStatus(204)
    assert.isEmpty(await known(person))
  })
})
