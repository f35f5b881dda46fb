/*
 * How secrets lie in the database, after people have used them: as hashes of the kind that fits what
 * they are, or sealed with a key that is named. That they lie nowhere else: canaries.spec.ts.
 */
import { createHash, createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { hashOf } from '#auth/services/challenges'
import { appKeyId, appKeys } from '#core/support/app_keys'
import { SEALED_COLUMNS } from '#core/support/sealed_columns'
import EraseAccount from '#privacy/actions/erase_account'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { App } from '#tests/helpers/factors'
import { lookAs } from '#tests/helpers/impersonation'
import { asActor } from '#tests/helpers/marketplace'
import { ACCOUNT_NUMBER, richPartner } from '#tests/helpers/money'
import { codeSentTo, linkTokenSentTo } from '#tests/helpers/outbox'
import { makeOpenPayment } from '#tests/helpers/payments'

const base = '/api/v1'
/** scrypt with its cost, a salt and the hash, as the PHC form writes it */
const SCRYPT = /^\$scrypt\$n=16384,r=8,p=1\$[\w+/]{22,}\$[\w+/]{80,}$/
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Everything that was sealed here, by its column. */
const sealed = new Map<string, string[]>()

async function noteSealed(column: string, where: object) {
  const [table, name] = column.split('.')
  const rows = await db.from(table).where(where).whereNotNull(name)
  sealed.set(column, [...(sealed.get(column) ?? []), ...rows.map((row) => row[name])])
}

/** Somebody who registered as people do, by mail or by text. */
async function register(client: any, contact: { email: string } | { phone: string }) {
  const input = { name: 'Nina', password: PASSWORD, role: 'partner', businessName: 'Nina’s' }
  const asked = await client.post(`${base}/auth/register`).json({ ...input, ...contact })
  asked.assertStatus(202)
  const [address] = Object.values(contact)
  await noteSealed('challenges.data', { subject: address })
  if ('email' in contact) await noteSealed('email_logs.secrets', { to_address: address })
  else await noteSealed('sms_logs.secrets', { to_number: address })
  const challenge = await db.from('challenges').where({ subject: address }).firstOrFail()
  return { challenge, code: await codeSentTo(address) }
}

test.group('secrets as they are stored', () => {
  test('passwords are scrypt, codes keyed hashes with a salt of their own, tokens SHA-256', async ({
    client,
    assert,
  }) => {
    const email = `${unique('stored')}@example.test`
    const { challenge, code } = await register(client, { email })
    assert.equal(challenge.secret_hash, hashOf(challenge.id, code))
    const unsalted = createHmac('sha256', `codes:${appKeys()[0]}`).update(code).digest('hex')
    assert.notInclude([code, sha256(code), unsalted], challenge.secret_hash)
    const verified = await client.post(`${base}/auth/verify-email`).json({ email, code })
    verified.assertStatus(200)

    const user = await db.from('users').where({ email }).firstOrFail()
    assert.match(user.password_hash, SCRYPT)
    assert.isTrue(await hash.verify(user.password_hash, PASSWORD))
    const again = await actorOfRole('client')
    assert.notEqual(again.user.passwordHash, user.password_hash)

    const { accessToken, refreshToken, deviceToken } = verified.body().data
    const sessions = db.from('sessions').where({ user_id: user.id }).select('id')
    const tokens = await db.from('refresh_tokens').whereIn('session_id', sessions)
    assert.deepEqual(
      tokens.map((row) => row.token_hash),
      [sha256(refreshToken)]
    )
    const devices = await db.from('known_devices').where({ user_id: user.id })
    assert.deepEqual(
      devices.map((row) => row.token_hash),
      [sha256(deviceToken)]
    )

    await client.post(`${base}/auth/forgot-password`).json({ email })
    const token = await linkTokenSentTo(email)
    const link = await db
      .from('challenges')
      .where({ purpose: 'password_reset', subject: user.id })
      .firstOrFail()
    assert.equal(link.secret_hash, hashOf('', token))

    const headers = { authorization: `Bearer ${accessToken}` }
    const begun = await client.post(`${base}/user/enable-2fa`).headers(headers).json({})
    const { secret } = begun.body().data
    await noteSealed('totp_factors.secret', { user_id: user.id })
    const confirmed = await client
      .post(`${base}/user/verify-2fa`)
      .headers(headers)
      .json({ code: new App(secret).next() })
    const codes: string[] = confirmed.body().data.recoveryCodes
    const stored = await db.from('recovery_codes').where({ user_id: user.id })
    assert.sameMembers(
      stored.map((row) => row.code_hash),
      codes.map((one) => hashOf(`recovery:${user.id}`, one.replace('-', '')))
    )

    const eyes = await lookAs(await actorOfRole('admin'), { user })
    const look = await db.from('impersonations').where({ id: eyes.id }).firstOrFail()
    assert.equal(look.token_hash, sha256(eyes.headers['x-impersonation-token']))
  })

  test('what must be read again is sealed, and says by which key', async ({ client, assert }) => {
    await register(client, { phone: `+49151${String(Date.now()).slice(-8)}` })
    const partner = await richPartner(10_000)
    await noteSealed('partners.payout_details', { id: partner.partnerId })
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    const { id: withdrawalId } = await new RequestWithdrawal().execute(input)
    await noteSealed('withdrawals.destination', { id: withdrawalId })
    const { paymentId } = await makeOpenPayment({ client: await actorOfRole('client') })
    await noteSealed('payments.client_secret', { id: paymentId })
    const key = unique('key')
    const profile = await client
      .put(`${base}/user/profile`)
      .headers({ ...partner.headers, 'idempotency-key': key })
      .json({ name: 'Another' })
    profile.assertStatus(200)
    await noteSealed('idempotency_keys.body', { idem_key: key })
    const leaver = await actorOfRole('client')
    await new EraseAccount().execute({ actor: asActor(leaver), userId: leaver.user.id })
    await noteSealed('erasures.traces', { user_id: leaver.user.id })

    assert.sameMembers([...sealed.keys()], SEALED_COLUMNS)
    const form = new RegExp(`^${appKeyId(appKeys()[0])}\\.v1:[\\w-]{8}`)
    for (const [column, values] of sealed) {
      assert.isNotEmpty(values, column)
      for (const value of values) assert.match(value, form, column)
    }
    const bank = sealed.get('partners.payout_details')!.join()
    assert.notInclude(bank, ACCOUNT_NUMBER)
    const count = [...sealed.values()].flat().length
    console.log(`      ${count} values of ${sealed.size} columns sealed with the key in use`)
  })
})
