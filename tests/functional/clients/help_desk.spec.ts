import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { changeStatus, clientOnTwoDevices, CUSTOMERS } from '#tests/helpers/customers'
import { drainOutbox, linkTokenSentTo, mailsTo } from '#tests/helpers/outbox'

const PROFILE = '/api/v1/user/profile'
const actionsOn = async (id: string) =>
  (await db.from('audit_entries').where('subject_id', id).orderBy('id')).map((row) => row.action)

test.group('clients.customer_mails.store', () => {
  test('sends a mail in own words, as plain text, with nothing filled in', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const { user } = await actorOfRole('client', { name: 'Ada' })
    const body = 'Your code is {{code}} <script>alert(1)</script>'
    const response = await client
      .post(`${CUSTOMERS}/${user.id}/send-email`)
      .headers(admin.headers)
      .json({ subject: 'A word\r\nBcc: all@example.test', body })
    response.assertStatus(202)
    await drainOutbox()
    const [mail] = await mailsTo(user.email!)
    assert.include(mail, 'Hello Ada')
    assert.include(mail, '<script>')
    assert.match(mail, /content-type: text\/plain/i)
    assert.notMatch(mail, /text\/html|^Bcc:/im)
    const log = await db.from('email_logs').where('id', response.body().data.emailLogId).first()
    assert.include(log, { template: 'custom', status: 'sent', user_id: user.id })
    assert.notInclude(log.body, '{{')
    assert.include(await actionsOn(user.id), 'customer.mailed')
  })

  test('is capped, and needs an address and words', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('partner')
    const post = async (id: string, body: object) => {
      const response = await client
        .post(`${CUSTOMERS}/${id}/send-email`)
        .headers(headers)
        .json(body)
      return [response.status(), response.body().errors?.[0].code]
    }
    const mail = { subject: 'A word', body: 'Hello' }
    for (let sent = 0; sent < 20; sent++) assert.equal((await post(user.id, mail))[0], 202)
    assert.deepEqual(await post(user.id, mail), [429, 'E_TOO_MANY_MAILS'])
    const phoneOnly = await actorOfRole('client', { email: null })
    assert.deepEqual(await post(phoneOnly.user.id, mail), [409, 'E_NO_EMAIL_ADDRESS'])
    for (const wrong of [{}, { ...mail, subject: '' }, { ...mail, body: 'x'.repeat(5_001) }])
      assert.equal((await post(user.id, wrong))[0], 422)
  })
})

test.group('clients.customer_mails.reset', () => {
  test('mails a link that works, and shows it to nobody', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('client')
    const response = await client.post(`${CUSTOMERS}/${user.id}/reset-password`).headers(headers)
    response.assertStatus(202)
    const token = await linkTokenSentTo(user.email!)
    assert.notInclude(response.text(), token)
    const trail = await db.from('audit_entries').where('subject_id', user.id)
    const logs = await db.from('email_logs').where('user_id', user.id)
    assert.notInclude(JSON.stringify([trail, logs]), token)
    const set = await client
      .post(`/api/v1/auth/reset-password/${token}`)
      .json({ password: 'another good password' })
    set.assertStatus(204)
  })

  test('is for open accounts, and counted with what the owner asked for', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('client')
    const post = async (id: string) => {
      const response = await client.post(`${CUSTOMERS}/${id}/reset-password`).headers(headers)
      return [response.status(), response.body().errors?.[0].code]
    }
    for (let sent = 0; sent < 5; sent++) assert.equal((await post(user.id))[0], 202)
    assert.deepEqual(await post(user.id), [429, 'E_TOO_MANY_MAILS'])
    const closed = await actorOfRole('client')
    await changeStatus(closed.user.id, {})
    assert.deepEqual(await post(closed.user.id), [409, 'E_ACCOUNT_STATE'])
  })
})

test.group('clients.email_verifications.update', () => {
  test('confirms an address once', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('client', { emailVerifiedAt: null })
    const put = (id: string) => client.put(`${CUSTOMERS}/${id}/verify-email`).headers(headers)
    ;(await put(user.id)).assertStatus(204)
    assert.isNotNull((await db.from('users').where('id', user.id).first()).email_verified_at)
    const again = await put(user.id)
    assert.deepEqual([again.status(), again.body().errors[0].code], [409, 'E_ALREADY_VERIFIED'])
    const phoneOnly = await actorOfRole('client', { email: null, emailVerifiedAt: null })
    ;(await put(phoneOnly.user.id)).assertStatus(409)
    assert.deepEqual(await actionsOn(user.id), ['customer.email_verified'])
  })
})

test.group('clients.customer_sessions', () => {
  test('are listed, and ended one by one or all at once', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { first, second, customerId } = await clientOnTwoDevices()
    const stranger = await actorOfRole('client')
    const url = `${CUSTOMERS}/${customerId}/sessions`
    const { data } = (await client.get(url).headers(headers)).body()
    assert.sameMembers(
      data.map(({ id }: any) => id),
      [first.sessionId, second.sessionId]
    )
    assert.isTrue(data.every(({ isCurrent }: any) => !isCurrent))
    const end = (id: string) => client.delete(`${url}/${id}`).headers(headers)
    ;(await end(stranger.sessionId)).assertStatus(404)
    ;(await end(newId('session'))).assertStatus(404)
    ;(await end(first.sessionId)).assertStatus(204)
    ;(await end(first.sessionId)).assertStatus(404)
    const alive = async (actor: typeof first) =>
      (await client.get(PROFILE).headers(actor.headers)).status() === 200
    assert.deepEqual([await alive(first), await alive(second)], [false, true])
    const all = await client.delete(url).headers(headers)
    all.assertStatus(200)
    assert.deepEqual(all.body().data, { ended: 1 })
    assert.deepEqual([await alive(second), await alive(stranger)], [false, true])
    assert.deepEqual(await actionsOn(customerId), [
      'customer.sessions_ended',
      'customer.sessions_ended',
    ])
  })

  test('of staff are not among them', async ({ client }) => {
    const { headers, user, sessionId } = await actorOfRole('admin')
    const url = `${CUSTOMERS}/${user.id}/sessions`
    ;(await client.get(url).headers(headers)).assertStatus(404)
    ;(await client.delete(url).headers(headers)).assertStatus(404)
    ;(await client.delete(`${url}/${sessionId}`).headers(headers)).assertStatus(404)
  })
})
