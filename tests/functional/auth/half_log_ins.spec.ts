import { test } from '@japa/runner'
import ConfirmSecondFactor from '#auth/actions/confirm_second_factor'
import DisableSecondFactor from '#auth/actions/disable_second_factor'
import SetPassword from '#auth/actions/set_password'
import StartSecondFactor from '#auth/actions/start_second_factor'
import { issueCode, issueToken, openChallenge } from '#auth/services/challenges'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { withApp, App } from '#tests/helpers/factors'
import { asActor } from '#tests/helpers/marketplace'

/** One challenge of each kind that a log-in may wait behind. */
async function halves({ user }: TestActor): Promise<string[]> {
  const of = { userId: user.id }
  return write(async (trx) => {
    const waiting = { ...of, purpose: 'second_factor', subject: `${user.id}:abc` } as const
    const made = [
      await openChallenge(trx, waiting),
      await issueToken(trx, { ...of, purpose: 'identity_link', subject: user.id }),
      await issueCode(trx, { ...of, purpose: 'phone_login', subject: `number of ${user.id}` }),
    ]
    return made.map(({ id }) => id)
  })
}

async function open(ids: string[]): Promise<number> {
  const rows = await db.from('challenges').whereIn('id', ids).whereNull('voided_at')
  return rows.length
}

test.group('half a log-in', () => {
  test('ends with the password that it was begun with', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const credentials = { email: person.user.email!, password: PASSWORD }
    const begun = await client.post('/api/v1/auth/login').json(credentials)
    const { challenge } = begun.body().data
    const [mine, others] = [await halves(person), await halves(await actorOfRole('client'))]
    const change = { currentPassword: PASSWORD, newPassword: 'a much better password' }
    await new SetPassword().byOldPassword({ actor: asActor(person), ...change })

    const second = { challenge, code: app.next() }
    ;(await client.post('/api/v1/auth/login/verify-2fa').json(second)).assertStatus(422)
    assert.deepEqual([await open(mine), await open(others)], [0, 3])
  })

  test('ends when the second factor changes', async ({ assert }) => {
    const person = await actorOfRole('client')
    const actor = asActor(person)
    const before = await halves(person)
    const setUp = await new StartSecondFactor().execute({ actor, method: 'totp' })
    if (setUp.method !== 'totp') throw new Error('An app was asked for')
    const app = new App(setUp.secret)
    await new ConfirmSecondFactor().execute({ actor, code: app.next() })
    const between = await halves(person)
    assert.deepEqual([await open(before), await open(between)], [0, 3])
    await new DisableSecondFactor().execute({ actor, password: PASSWORD, code: app.next() })
    assert.equal(await open(between), 0)
  })
})
