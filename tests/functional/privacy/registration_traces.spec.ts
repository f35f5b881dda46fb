import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import EraseAccount from '#privacy/actions/erase_account'
import { sectionsOf } from '#privacy/services/export_sections'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { codeSentTo, drainOutbox } from '#tests/helpers/outbox'
import { findInFiles, findInTables } from '#tests/helpers/scans'

const newPhone = () => `+49158${randomInt(10_000_000, 99_999_999)}`

async function exported(userId: string, table: string): Promise<any[]> {
  const section = sectionsOf(userId).find((one) => one.table === table)!
  const rows: any[] = []
  for await (const batch of section.batches()) rows.push(...batch)
  return rows
}

async function eraseAll(userId: string) {
  const actor = asActor(await actorOfRole('senior_admin'))
  await new EraseAccount().execute({ actor, userId, reason: 'asked for it' })
  await drainOutbox()
  clock.travel(11 * MINUTE)
  await drainOutbox()
}

test.group('the messages of a registration', (group) => {
  group.each.teardown(() => clock.reset())

  for (const [channel, table, confirm] of [
    ['email', 'email_logs', 'verify-email'],
    ['phone', 'sms_logs', 'verify-otp'],
  ] as const)
    test(`by ${channel} are exported, and go with the account`, async ({ client, assert }) => {
      const post = (path: string, body: object) => client.post(`/api/v1/auth/${path}`).json(body)
      const address = channel === 'email' ? `${unique('planted')}@example.test` : newPhone()
      const of = { [channel]: address }
      const person = { name: unique('Planted '), password: PASSWORD, role: 'client', ...of }
      ;(await post('register', { ...person, name: unique('Stranger ') })).assertStatus(202)
      ;(await post('register', person)).assertStatus(202)
      ;(await post('resend-otp', of)).assertStatus(202)
      const made = await post(confirm, { ...of, code: await codeSentTo(address) })
      made.assertStatus(200)
      const { id } = made.body().data.user
      const codes = (await exported(id, table)).filter(({ template }) =>
        ['verify_email', 'phone_code'].includes(template)
      )
      assert.lengthOf(codes, 3)
      assert.lengthOf(
        (await exported(id, 'challenges')).filter(({ purpose }) => purpose === 'register'),
        3
      )
      // of a registration that was forgotten before this one began
      const [log] = await db.from(table).where('user_id', id).limit(1)
      const orphan = { ...log, id: unique('orphan'), user_id: null, status: 'sent' }
      if (channel === 'email') orphan.message_id = unique('<orphan')
      await db.table(table).insert(orphan)

      await eraseAll(id)
      const values = [address, person.name]
      assert.deepEqual([...(await findInTables(values)), ...(await findInFiles(values))], [])
    })

  test('stay where the number is only what somebody says', async ({ client, assert }) => {
    const phone = newPhone()
    const { user } = await actorOfRole('client', { phone })
    const begun = { name: 'Pia', password: PASSWORD, role: 'client', phone }
    ;(await client.post('/api/v1/auth/register').json(begun)).assertStatus(202)
    await drainOutbox()
    await eraseAll(user.id)
    const left = (table: string, where: object) => db.from(table).where(where)
    assert.lengthOf(await left('sms_logs', { to_number: phone }), 1)
    assert.lengthOf(await left('challenges', { subject: phone }), 1)
    assert.isAbove((await left('usage_counters', { subject: phone })).length, 0)
  })
})
