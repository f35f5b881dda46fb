import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import SendSmsJob from '#notifications/jobs/send_sms_job'
import { queueSms } from '#notifications/services/messages'
import { dropJobs, textsTo } from '#tests/helpers/outbox'
import { setSetting } from '#tests/helpers/settings'

const DAILY = 3

const row = (id: string) => db.from('sms_logs').where({ id }).firstOrFail()

async function aText(to: string): Promise<string> {
  return write((trx) =>
    queueSms(trx, {
      userId: null,
      to,
      template: 'phone_code',
      data: { minutes: 10 },
      secrets: { code: '123456' },
    })
  )
}

test.group('the texts of a day (A12)', (group) => {
  group.each.setup(() => {
    const before = env.get('SMS_DAILY_MAX')
    setSetting('SMS_DAILY_MAX', DAILY)
    clock.travel(1_000 * DAY) // a day that no other test sends on
    return async () => {
      setSetting('SMS_DAILY_MAX', before)
      clock.reset()
      await dropJobs('notifications')
    }
  })

  test('are as many as SMS_DAILY_MAX says, to whatever numbers; the rest says why it stays', async ({
    assert,
    cleanup,
  }) => {
    const said: string[] = []
    const { error } = logger
    logger.error = ((_: object, message: string) => void said.push(message)) as typeof error
    cleanup(() => void (logger.error = error))

    const to = () => `+49151${randomInt(10_000_000, 99_999_999)}`
    const texts = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const number = to()
        return { number, id: await aText(number) }
      })
    )
    const job = new SendSmsJob()
    await Promise.all(texts.map(({ id }) => job.handle({ smsLogId: id })))

    const rows = await Promise.all(texts.map(({ id }) => row(id)))
    const sent = rows.filter(({ status }) => status === 'sent')
    const failed = rows.filter(({ status }) => status === 'failed')
    assert.deepEqual([sent.length, failed.length], [DAILY, 8 - DAILY])
    const written = await Promise.all(texts.map(({ number }) => textsTo(number)))
    assert.lengthOf(written.flat(), DAILY, 'as many as left')
    for (const { provider_response: reason, secrets } of failed) {
      assert.include(reason, 'SMS_DAILY_MAX')
      assert.isNull(secrets)
    }
    assert.lengthOf(
      said.filter((message) => message.includes('SMS_DAILY_MAX')),
      1,
      'said once'
    )

    clock.travel(DAY)
    const tomorrow = await aText(to())
    await job.handle({ smsLogId: tomorrow })
    assert.equal((await row(tomorrow)).status, 'sent')
  })
})
