import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#database/seeders/demo/seed_demo'
import { accountsAtTheStart } from '#tests/helpers/database'

/** What scanners try first, and the log-ins that the demo prints. */
const COMMON = [
  ['admin@example.com', 'admin'],
  ['admin@example.com', 'password'],
  ['admin@localhost.test', 'admin123'],
  ['administrator@example.com', 'administrator'],
  ['root@example.com', 'root'],
  ['root@example.com', 'toor'],
  ['test@example.com', 'test'],
  ['guest@example.com', 'guest'],
  ['user@example.com', '123456'],
  ['support@example.com', 'changeme'],
  ...['admin', 'senior_admin', 'client1'].map((login) => [`${login}@souk.test`, DEMO_PASSWORD]),
]

test.group('a database that was just made', () => {
  test('has no account, and no common name and password opens one', async ({ client, assert }) => {
    assert.deepEqual(accountsAtTheStart(), [])
    const statuses = await Promise.all(
      COMMON.map(async ([email, password]) =>
        (await client.post('/api/v1/auth/login').json({ email, password })).status()
      )
    )
    assert.deepEqual(
      statuses,
      COMMON.map(() => 401)
    )
    console.log(`      no account; ${COMMON.length} common log-ins refused`)
  })
})
