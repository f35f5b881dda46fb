import { stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'
import { FixtureServer } from '#tests/cli/support/fixture_server'

test.group('login', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    return () => sandbox.close()
  })

  const login = ['login', '--email', 'dana@example.test', '--password-stdin']

  test('keeps the tokens in a file of mode 0600 in a directory of mode 0700, and says so before', async ({
    assert,
  }) => {
    const { code, stdout, stderr } = await sandbox.run(login, { stdin: 'correct horse\n' })
    assert.equal(code, 0, stderr)
    assert.equal(stdout, 'logged in  dana@example.test  admin\n')
    assert.include(stderr, `the token goes to ${sandbox.tokenPath} (mode 0600)`)
    assert.equal((await stat(sandbox.tokenPath)).mode & 0o777, 0o600)
    assert.equal((await stat(sandbox.path('.config/souk/tokens'))).mode & 0o777, 0o700)
    const whoami = await sandbox.run(['whoami', '--json'])
    assert.containSubset(JSON.parse(whoami.stdout), { email: 'dana@example.test', role: 'admin' })
  })

  test('asks for the second factor, here from the next line', async ({ assert }) => {
    const args = ['login', '--email', 'two@example.test', '--password-stdin', '--otp-stdin']
    const { code, stderr } = await sandbox.run(args, { stdin: 'correct horse\n135790\n' })
    assert.equal(code, 0, stderr)
    const missing = await sandbox.run(args.slice(0, -1), { stdin: 'correct horse\n' })
    assert.equal(missing.code, 2)
    assert.include(missing.stderr, 'second factor')
  })

  test('refuses a wrong password with 4 and keeps nothing', async ({ assert }) => {
    const { code, stdout } = await sandbox.run(login, { stdin: 'wrong\n' })
    assert.equal(code, 4)
    assert.equal(stdout, '')
    await assert.rejects(() => stat(sandbox.tokenPath))
  })

  test('takes a token on stdin after asking the server whose it is', async ({ assert }) => {
    const good = await sandbox.run(['login', '--with-token'], { stdin: 'access-token-1\n' })
    assert.equal(good.code, 0, good.stderr)
    const bad = await sandbox.run(['login', '--with-token'], { stdin: 'forged\n' })
    assert.equal(bad.code, 4)
    const none = await sandbox.run(['login', '--with-token'])
    assert.equal(none.code, 2)
  })

  test('without a terminal it says what to do, and names everything that is missing', async ({
    assert,
  }) => {
    const { code, stderr } = await sandbox.run(['login'], { stdin: 'idle' })
    assert.equal(code, 2)
    assert.include(stderr, '--email ADDRESS, --password-stdin')
    assert.include(stderr, 'SOUK_TOKEN_FILE')
  })

  test('refuses flags that belong to different ways to log in', async ({ assert }) => {
    const mixtures = [
      ['login', '--web', '--email', 'dana@example.test'],
      ['login', '--provider', 'google'],
      ['login', '--no-browser'],
      ['login', '--web', '--provider', 'github'],
    ]
    const runs = await Promise.all(mixtures.map((args) => sandbox.run(args)))
    for (const { code, stderr } of runs) assert.equal(code, 2, stderr)
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('logout tells the server and forgets the login, also an ended one', async ({ assert }) => {
    await sandbox.login()
    const out = await sandbox.run(['logout', '--all', '--json'])
    assert.deepEqual(JSON.parse(out.stdout), {
      profile: 'local',
      loggedOut: true,
      sessionsEnded: 2,
    })
    assert.deepEqual(
      sandbox.server.requests.map(({ method, path }) => `${method} ${path}`),
      ['DELETE /auth/sessions', 'POST /auth/logout']
    )
    await assert.rejects(() => stat(sandbox.tokenPath))

    await sandbox.login({ refreshToken: undefined })
    sandbox.server.accessTokens.clear()
    assert.equal((await sandbox.run(['logout'])).code, 0)
    await assert.rejects(() => stat(sandbox.tokenPath))
    assert.equal((await sandbox.run(['whoami'])).code, 4)
  })
})

test.group('tokens', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('an expired token is renewed once, silently, by twenty processes together', async ({
    assert,
  }) => {
    sandbox.server.accessTokens.clear()
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => sandbox.run(['partner', 'list']))
    )
    for (const { code, stdout, stderr } of runs) {
      assert.equal(code, 0, stderr)
      assert.equal(stderr, '')
      assert.lengthOf(stdout.trimEnd().split('\n'), 3)
    }
    assert.equal(sandbox.server.rotations, 1)
    assert.include(await sandbox.read('.config/souk/tokens/local.json'), 'access-token-2')
  }).timeout(60_000)

  test('a refresh that is refused ends with 4 and the next command', async ({ assert }) => {
    sandbox.server.accessTokens.clear()
    sandbox.server.refreshToken = 'revoked'
    const { code, stderr } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 4)
    assert.include(stderr, 'the login has expired and could not be renewed (profile local')
    assert.include(stderr, 'hint: souk login --profile local')
  })

  test('a refresh whose answer is lost is asked again under the same key', async ({ assert }) => {
    sandbox.server.accessTokens.clear()
    sandbox.server.breakNext({ path: '/auth/refresh-token', drop: 'after' })
    const { code, stderr } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 0, stderr)
    assert.equal(sandbox.server.rotations, 1)
  })

  test('auth refresh renews now; auth token prints; auth status tells the sources', async ({
    assert,
  }) => {
    assert.equal((await sandbox.run(['auth', 'refresh'])).code, 0)
    assert.equal((await sandbox.run(['auth', 'token'])).stdout, 'access-token-2\n')
    const { stdout } = await sandbox.run(['auth', 'status', '--json'])
    assert.containSubset(JSON.parse(stdout), {
      profile: 'local',
      profileSource: 'built in',
      apiUrl: sandbox.server.url,
      apiUrlSource: 'SOUK_API_URL',
      user: 'dana@example.test',
      tokenSource: sandbox.tokenPath,
      refreshable: true,
    })
  })

  test('the environment wins over the stored login: SOUK_TOKEN, SOUK_TOKEN_FILE', async ({
    assert,
  }) => {
    const file = await sandbox.write('token', 'from-file\n')
    await sandbox.run(['whoami', '--retries', '0'], { env: { SOUK_TOKEN_FILE: file } })
    await sandbox.run(['whoami', '--retries', '0'], { env: { SOUK_TOKEN: 'from-env' } })
    assert.deepEqual(
      sandbox.server.requests.map(({ headers }) => headers.authorization),
      ['Bearer from-file', 'Bearer from-env']
    )
    const env = { SOUK_TOKEN: 'from-env' }
    const { code, stderr } = await sandbox.run(['whoami'], { env })
    assert.equal(code, 4)
    assert.include(stderr, 'give a fresh token in SOUK_TOKEN')
    assert.equal(sandbox.server.rotations, 0)
  })

  test('the scheme of the profile is used, also an empty one', async ({ assert }) => {
    await sandbox.run(['profile', 'edit', 'local', '--scheme', ''])
    await sandbox.run(['whoami'])
    assert.equal(sandbox.server.requests.at(-1)!.headers.authorization, 'access-token-1')
  })

  test('a token never leaves for another origin', async ({ assert }) => {
    const other = await FixtureServer.start()
    try {
      const flag = await sandbox.run(['whoami', '--api-url', other.url])
      assert.equal(flag.code, 4)
      const env = { SOUK_API_URL: other.url }
      await sandbox.run(['whoami'], { env })
      await sandbox.run(['whoami', '--api-url', other.url], { env: { SOUK_TOKEN: 'from-env' } })

      sandbox.server.breakNext({ status: 302, headers: { location: `${other.url}/api/v1/health` } })
      const redirected = await sandbox.run(['api', '/user/profile'])
      assert.equal(redirected.code, 0, redirected.stderr)
      assert.isAbove(other.requests.length, 2)
      for (const { headers } of other.requests) assert.notProperty(headers, 'authorization')
    } finally {
      await other.stop()
    }
  })

  test('a write is never redirected', async ({ assert }) => {
    sandbox.server.breakNext({ status: 307, headers: { location: '/api/v1/elsewhere' } })
    const { code } = await sandbox.run(['api', '-X', 'POST', '/auth/logout'])
    assert.equal(code, 1)
    assert.lengthOf(sandbox.server.requests, 1)
  })

  test('a header cannot smuggle another login in', async ({ assert }) => {
    const { code } = await sandbox.run(['api', '/x', '-H', 'Authorization: Bearer other'])
    assert.equal(code, 2)
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('a loose mode of the token file is repaired and told', async ({ assert }) => {
    const { chmod } = await import('node:fs/promises')
    await chmod(sandbox.tokenPath, 0o644)
    const { code, stderr } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 0)
    assert.include(stderr, 'its mode is 0600 again')
    assert.equal((await stat(sandbox.tokenPath)).mode & 0o777, 0o600)
  })

  test('without a keyring "auto" falls back to the file, "keyring" says no', async ({ assert }) => {
    const env = { SOUK_TOKEN_STORE: 'auto', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }
    const auto = await sandbox.run(['auth', 'refresh'], { env })
    assert.equal(auto.code, 0, auto.stderr)
    assert.include(await sandbox.read('.config/souk/tokens/local.json'), 'access-token-2')
    const only = await sandbox.run(['auth', 'refresh'], {
      env: { ...env, SOUK_TOKEN_STORE: 'keyring' },
    })
    assert.equal(only.code, 2)
    assert.include(only.stderr, 'no keyring answered')
  }).skip(process.platform !== 'linux', 'other systems have a keyring')
})
