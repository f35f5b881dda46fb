import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { forgetSessions } from '#auth/services/session_states'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'

const USERS = '/api/v1/admin/users'
const REPEATS = 20

const active = () => db.from('users').where({ role: 'senior_admin', status: 'active' })

/** Everybody else is away for the time of the test. */
async function away(group: { ids: string[] }, status: 'active' | 'suspended') {
  for (let from = 0; from < group.ids.length; from += 500)
    await db
      .from('users')
      .whereIn('id', group.ids.slice(from, from + 500))
      .update({ status })
  forgetSessions()
}

test.group('the last senior admin', (group) => {
  const others = { ids: [] as string[] }
  group.each.setup(async () => {
    others.ids = (await active().select('id')).map((row) => row.id)
    await away(others, 'suspended')
    return () => away(others, 'active')
  })

  test('can be changed by nobody, and is not alone after a race', async ({ client, assert }) => {
    const ends = [
      (by: TestActor, other: TestActor) =>
        client.put(`${USERS}/${other.user.id}`).headers(by.headers).json({ role: 'agent' }),
      (by: TestActor, other: TestActor) =>
        client.put(`${USERS}/${other.user.id}`).headers(by.headers).json({ status: 'suspended' }),
      (by: TestActor, other: TestActor) =>
        client.delete(`${USERS}/${other.user.id}`).headers(by.headers),
    ]
    for (let round = 0; round < REPEATS; round++) {
      const [one, two] = [await actorOfRole('senior_admin'), await actorOfRole('senior_admin')]
      const end = ends[round % ends.length]
      const answers = await Promise.all([end(one, two), end(two, one)])
      const statuses = answers.map((answer) => answer.status()).sort()
      assert.isBelow(statuses[0], 300, `round ${round}: ${statuses.join(', ')}`)
      // the loser finds the session gone, or the account it would leave without another
      assert.include([401, 403, 409], statuses[1], `round ${round}`)
      assert.lengthOf(await active(), 1, `round ${round}`)
      await active().update({ status: 'suspended' })
    }
  })

  test('is refused with a code of its own', async ({ client, assert }) => {
    const last = await actorOfRole('senior_admin')
    const second = await actorOfRole('senior_admin')
    // a senior admin whose account was ended a moment ago, on a server that still remembers it
    const profile = await client.get('/api/v1/user/profile').headers(second.headers)
    profile.assertStatus(200)
    await db.from('users').where({ id: second.user.id }).update({ status: 'suspended' })
    const response = await client
      .put(`${USERS}/${last.user.id}`)
      .headers(second.headers)
      .json({ status: 'suspended' })
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'E_LAST_SENIOR_ADMIN')
    assert.lengthOf(await active(), 1)
    await db.from('users').where({ id: last.user.id }).update({ status: 'suspended' })
  })
})
