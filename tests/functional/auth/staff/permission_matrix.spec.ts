import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { STAFF_ROLES } from '#core/actor'
import { PERMISSIONS, permissionsOf } from '#users/permissions'
import { actorOfRole } from '#tests/helpers/actors'

const PAGE = 'docs/api/staff.md'

/** The table as the page has it: `| orders.read payments.read | x | | x | ... |`. */
async function writtenTable(): Promise<Map<string, string[]>> {
  const text = await readFile(app.makePath(PAGE), 'utf8')
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  const [head, , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  )
  const roles = head.slice(1)
  return new Map(
    rows.flatMap(([names, ...cells]) =>
      names
        .split(/\s+/)
        .map((name): [string, string[]] => [name, roles.filter((_, at) => cells[at] === 'x')])
    )
  )
}

test.group('what staff may do', () => {
  test('is what the documents say', async ({ assert }) => {
    const written = await writtenTable()
    assert.sameMembers([...written.keys()], PERMISSIONS)
    for (const permission of PERMISSIONS) {
      const roles = STAFF_ROLES.filter((role) => permissionsOf(role).has(permission))
      assert.sameMembers(written.get(permission)!, roles, permission)
    }
    for (const role of ['client', 'partner'] as const) assert.equal(permissionsOf(role).size, 0)
  })

  test('is told to those who manage staff, and to everybody about themselves', async ({
    client,
    assert,
  }) => {
    const dev = await actorOfRole('dev')
    const response = await client.get('/api/v1/admin/permissions').headers(dev.headers)
    response.assertStatus(200)
    assert.deepEqual(
      response.body().data.map((row: any) => row.role),
      [...STAFF_ROLES]
    )
    for (const { role, permissions } of response.body().data) {
      assert.sameMembers(permissions, [...permissionsOf(role)], role)
      const own = await client
        .get('/api/v1/user/profile')
        .headers((await actorOfRole(role)).headers)
      assert.deepEqual(own.body().data.permissions, permissions)
    }
    const guest = await actorOfRole('client')
    const profile = await client.get('/api/v1/user/profile').headers(guest.headers)
    assert.deepEqual(profile.body().data.permissions, [])
  })
})
