/*
 * The number of one's own account: the souk binary against the real server.
 */
import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import { unique } from '#tests/helpers/actors'
import { deskOf, json } from '#tests/helpers/desk'
import { codeSentTo } from '#tests/helpers/outbox'
import User from '#users/models/user'

test.group('the phone number in the terminal', () => {
  test('is set, confirmed by its code, and taken away', async ({ assert, cleanup }) => {
    const email = `${unique('agent')}@example.test`
    const at = await deskOf('agent', { email })
    cleanup(() => at.close())
    const stored = async () => (await User.findByOrFail({ email })).phone
    const phone = `+49151${randomInt(10_000_000, 99_999_999)}`
    const sent = await json(at, 'auth', 'phone', 'set', phone)
    assert.equal(sent.channel, 'sms')
    const unattended = await at.run(['auth', 'phone', 'confirm'])
    assert.equal(unattended.code, 2)
    assert.include(unattended.stderr, '--otp-stdin')
    const stdin = `${await codeSentTo(phone)}\n`
    const confirmed = await at.run(['auth', 'phone', 'confirm', '--otp-stdin', '--json'], { stdin })
    assert.equal(confirmed.code, 0, confirmed.stderr)
    assert.deepEqual(JSON.parse(confirmed.stdout), { phone, isPhoneVerified: true })
    assert.equal(await stored(), phone)
    assert.deepEqual(await json(at, 'auth', 'phone', 'remove'), { outcome: 'removed' })
    assert.isNull(await stored())
  }).timeout(60_000)
})
