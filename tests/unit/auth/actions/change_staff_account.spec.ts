import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ChangeStaffAccount from '#auth/actions/change_staff_account'
import { LastSeniorAdmin } from '#auth/errors'
import type { Actor } from '#core/actor'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { permissionsOf } from '#users/permissions'

function actorFor({ user, sessionId }: TestActor): Actor {
  const { id, role, name } = user
  const permissions = permissionsOf(role)
  return { id, role, name, sessionId, permissions, ip: '127.0.0.1', requestId: 'test' }
}

const activeSeniors = () => db.from('users').where({ role: 'senior_admin', status: 'active' })

test.group('ChangeStaffAccount', () => {
  test('leaves one senior admin when two end each other at the same moment', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      await activeSeniors().update({ status: 'suspended' })
      const [a, b] = [await actorOfRole('senior_admin'), await actorOfRole('senior_admin')]
      const change = (from: TestActor, to: TestActor, changes: object) =>
        new ChangeStaffAccount().execute({ actor: actorFor(from), userId: to.user.id, ...changes })
      const results = await Promise.allSettled([
        change(a, b, { role: 'agent' }),
        change(b, a, { status: 'suspended' }),
        change(a, b, { status: 'deleted' }),
        change(b, a, { role: 'hr' }),
      ])
      assert.lengthOf(await activeSeniors(), 1)
      const refused = results.filter((result) => result.status === 'rejected')
      assert.isAtLeast(refused.length, 2)
      for (const { reason } of refused) assert.instanceOf(reason, LastSeniorAdmin)
    }
  })
})
