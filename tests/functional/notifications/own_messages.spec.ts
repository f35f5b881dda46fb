import { test } from '@japa/runner'
import SendPasswordReset from '#auth/actions/send_password_reset'
import SendPhoneCode from '#auth/actions/send_phone_code'
import { actorOfRole } from '#tests/helpers/actors'
import { codeSentTo, linkTokenSentTo } from '#tests/helpers/outbox'

test.group('notifications.own_messages', () => {
  test('shows what one was sent, without codes and links', async ({ client, assert }) => {
    const phone = `+49154${String(Date.now()).slice(-8)}`
    const { user, headers } = await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
    const other = await actorOfRole('client')
    await new SendPasswordReset().execute({ email: user.email! })
    await new SendPasswordReset().execute({ email: other.user.email! })
    await new SendPhoneCode().execute({ phone })
    const token = await linkTokenSentTo(user.email!)
    const code = await codeSentTo(phone)

    const mails = await client.get('/api/v1/user/email-logs').headers(headers)
    mails.assertStatus(200)
    assert.lengthOf(mails.body().data, 1)
    assert.include(mails.body().data[0], {
      to: user.email,
      template: 'password_reset',
      status: 'sent',
    })
    assert.include(mails.body().data[0].body, '••••••')
    assert.notInclude(mails.text(), token)

    const texts = await client.get('/api/v1/user/sms-logs').headers(headers)
    texts.assertStatus(200)
    assert.lengthOf(texts.body().data, 1)
    assert.include(texts.body().data[0], { to: phone, status: 'sent' })
    assert.notInclude(texts.body().data[0].body, code)
  })

  test('pages from the newest on', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('partner')
    for (let sent = 0; sent < 3; sent++)
      await new SendPasswordReset().execute({ email: user.email! })
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const qs = { limit: 2, ...(cursor && { cursor }) }
      const response = await client.get('/api/v1/user/email-logs').qs(qs).headers(headers)
      ids.push(...response.body().data.map(({ id }: any) => id))
      cursor = response.body().meta.nextCursor
    } while (cursor)
    assert.deepEqual(ids, [...ids].sort().reverse())
    assert.lengthOf(ids, 3)
  })
})
