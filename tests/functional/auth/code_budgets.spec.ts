/*
 * How many codes one account is sent, whoever asks (A12): 10 texts and 10 mailed codes a day.
 */
import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import SendLogInCode from '#auth/actions/send_log_in_code'
import SendPhoneCode from '#auth/actions/send_phone_code'
import SendStepUpCode from '#auth/actions/send_step_up_code'
import StartSecondFactor from '#auth/actions/start_second_factor'
import { CodesExhausted } from '#auth/errors'
import type { Channel } from '#auth/services/factor_methods'
import { openLogIn } from '#auth/services/log_ins'
import { write } from '#core/database/write'
import { clock, DAY, HOUR } from '#core/support/clock'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { halfLogIn } from '#tests/helpers/factors'
import { asActor } from '#tests/helpers/marketplace'

const DAILY = 10
const FOR_STRANGERS = 6
const from = (deviceToken: string | null) => ({
  transport: 'bearer' as const,
  origin: { ip: '127.0.0.1', userAgent: 'test', deviceToken },
})

async function isSent(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send()
    return true
  } catch (error) {
    if (error instanceof CodesExhausted) return false
    throw error
  }
}

const messages = async (table: 'email_logs' | 'sms_logs', { user }: TestActor, template: string) =>
  (await db.from(table).where({ user_id: user.id, template })).length

/** How many codes a log-in by password asks for and gets; the first one goes by itself. */
async function codesOfLogIns(person: TestActor, times: number, deviceToken: string | null) {
  const before = await messages('email_logs', person, 'login_code')
  for (let n = 0; n < times; n++) {
    const challengeId = await halfLogIn(person, deviceToken)
    const again = { challengeId, channel: 'email' as Channel }
    await isSent(() => new SendLogInCode().execute(again))
    clock.travel(HOUR)
  }
  return (await messages('email_logs', person, 'login_code')) - before
}

test.group('the codes that an account is sent a day', (group) => {
  group.each.setup(() => {
    clock.travel(DAY - (clock.now() % DAY)) // a day of UTC begins
    return () => clock.reset()
  })

  test('are ten for all its sessions together, five an hour', async ({ assert }) => {
    const person = await actorOfRole('client', { twoFactor: 'email' })
    const sessions = [person, await logIn(person.user), await logIn(person.user)]
    let sent = 0
    for (let hour = 0; hour < 4; hour++) {
      let inThisHour = 0
      for (let n = 0; n < 9; n++) {
        const actor = asActor(sessions[n % sessions.length])
        if (await isSent(() => new SendStepUpCode().execute({ actor, channel: 'email' })))
          inThisHour++
      }
      assert.isAtMost(inThisHour, 5)
      sent += inThisHour
      clock.travel(HOUR)
    }
    assert.equal(sent, DAILY)
    assert.equal(await messages('email_logs', person, 'login_code'), DAILY)
    clock.travel(DAY)
    const actor = asActor(person)
    assert.isTrue(await isSent(() => new SendStepUpCode().execute({ actor, channel: 'email' })))
  })

  test('are six for strangers: the rest waits for a device that the account knows', async ({
    assert,
  }) => {
    const person = await actorOfRole('client', { twoFactor: 'email' })
    const { tokens } = await write((trx) => openLogIn(trx, person.user, from(null)))
    assert.equal(await codesOfLogIns(person, 9, null), FOR_STRANGERS)
    assert.equal(await codesOfLogIns(person, 9, tokens.deviceToken), DAILY - FOR_STRANGERS)
    assert.equal(await messages('email_logs', person, 'login_code'), DAILY)
  })

  test('are ten texts by whatever way they are asked for', async ({ assert }) => {
    const phone = `+49151${randomInt(10_000_000, 99_999_999)}`
    const person = await actorOfRole('client', { phone, phoneVerifiedAt: clock.now() })
    const { tokens } = await write((trx) => openLogIn(trx, person.user, from(null)))
    const { deviceToken } = tokens
    const texts = () => messages('sms_logs', person, 'phone_code')
    for (let n = 0; n < 9; n++) {
      await new SendPhoneCode().execute({ phone, deviceToken: null })
      clock.travel(HOUR)
    }
    assert.equal(await texts(), FOR_STRANGERS)
    await new SendPhoneCode().execute({ phone, deviceToken })
    assert.equal(await texts(), FOR_STRANGERS + 1, 'the owner still gets in')
    const proved = { proved_at: clock.now() }
    await db.from('sessions').where({ id: person.sessionId }).update(proved)
    const actor = asActor(person)
    for (let n = 0; n < 5; n++)
      await isSent(() => new StartSecondFactor().execute({ actor, method: 'sms' }))
    assert.equal(await texts(), DAILY)
  })
})
