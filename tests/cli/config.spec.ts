import { stat, symlink } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const CONFIG = '.config/souk/config.json'

test.group('configuration', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    return () => sandbox.close()
  })

  test('none is needed for a local server', async ({ assert }) => {
    const { stdout } = await sandbox.run(['auth', 'status', '--json'], {
      env: { SOUK_API_URL: undefined },
    })
    assert.containSubset(JSON.parse(stdout), {
      profile: 'local',
      apiUrl: 'http://127.0.0.1:3333',
      apiUrlSource: 'built in',
      loggedIn: false,
    })
  })

  for (const [title, text, code, message] of [
    ['an empty file', '', 0, ''],
    ['a byte order mark', '\ufeff{"version":1,"profiles":{}}', 0, ''],
    [
      'members this version does not know',
      '{"version":1,"future":{"a":1},"settings":{"x":1}}',
      0,
      '',
    ],
    [
      'broken JSON',
      '{\n  "version": 1,\n  "profiles": {,}\n}',
      2,
      'config.json, line 3: not valid JSON',
    ],
    ['a list instead of an object', '[]', 2, '"profiles" and "settings" must be objects'],
    [
      'a profile without an address',
      '{"profiles":{"prod":{}}}',
      2,
      'profile "prod" has no "apiUrl"',
    ],
    ['a newer schema', '{"version":99}', 9, 'written by a newer souk (schema 99'],
  ] as const) {
    test(`${title}: exit ${code}`, async ({ assert }) => {
      await sandbox.write(CONFIG, text)
      const result = await sandbox.run(['profile', 'list', '--json'])
      assert.equal(result.code, code, result.stderr)
      if (message) assert.include(JSON.parse(result.stderr).error.message, message)
    })
  }

  test('profiles are added, used, changed, renamed and removed with their login', async ({
    assert,
  }) => {
    const env = { SOUK_API_URL: undefined }
    const souk = async (...args: string[]) => {
      const result = await sandbox.run(args, { env })
      assert.equal(result.code, 0, result.stderr)
      return result.stdout
    }
    await souk(
      'profile',
      'add',
      'prod',
      '--api-url',
      'https://api.example.test/api/v1/',
      '--protected'
    )
    await sandbox.write(
      '.config/souk/tokens/prod.json',
      '{"origin":"https://api.example.test","accessToken":"secret-token"}'
    )
    await souk('profile', 'use', 'prod')
    await souk('profile', 'edit', 'prod', '--accent', 'cyan')
    await souk('profile', 'rename', 'prod', 'live')
    assert.deepEqual(JSON.parse(await souk('profile', 'show', '--json')), {
      name: 'live',
      apiUrl: 'https://api.example.test',
      default: true,
      protected: true,
      scheme: 'Bearer',
      accent: 'cyan',
      refundLimit: null,
    })
    assert.equal(await souk('auth', 'token'), 'secret-token\n')
    await souk('profile', 'remove', 'live')
    assert.equal(await souk('profile', 'list', '--format', '{name}'), 'local\n')
    await assert.rejects(() => stat(sandbox.path('.config/souk/tokens/live.json')))
  })

  test('flag, then variable, then default decide on the profile', async ({ assert }) => {
    const add = (name: string) =>
      sandbox.run(['profile', 'add', name, '--api-url', `https://${name}.example.test`])
    await Promise.all([add('one'), add('two'), add('three')])
    await sandbox.run(['profile', 'use', 'one'])
    const chosen = async (args: string[], env = {}) =>
      (
        await sandbox.run(['auth', 'status', '--format', '{profile} {profileSource}', ...args], {
          env,
        })
      ).stdout
    assert.equal(await chosen([]), 'one config.json\n')
    assert.equal(await chosen([], { SOUK_PROFILE: 'two' }), 'two SOUK_PROFILE\n')
    assert.equal(await chosen(['-p', 'three'], { SOUK_PROFILE: 'two' }), 'three --profile\n')
  })

  test('ten processes that write together lose nothing', async ({ assert }) => {
    const names = Array.from({ length: 10 }, (_, index) => `p${index}`)
    await Promise.all(
      names.map((name) =>
        sandbox.run(['profile', 'add', name, '--api-url', `https://${name}.example.test`])
      )
    )
    const { profiles } = JSON.parse(await sandbox.read(CONFIG))
    assert.sameMembers(Object.keys(profiles), names)
    assert.equal((await stat(sandbox.path(CONFIG))).mode & 0o777, 0o600)
  })

  test('unknown members survive a change, and a symbolic link stays one', async ({ assert }) => {
    await sandbox.write('dotfiles/souk.json', '{"version":1,"future":{"a":1}}')
    await sandbox.write('.config/souk/.keep', '')
    await symlink(sandbox.path('dotfiles/souk.json'), sandbox.path(CONFIG))
    await sandbox.run(['config', 'set', 'limit', '7'])
    const written = JSON.parse(await sandbox.read('dotfiles/souk.json'))
    assert.deepEqual(written, {
      version: 1,
      profiles: {},
      settings: { limit: 7 },
      future: { a: 1 },
    })
  })

  test('settings are checked, used, and unset by an empty value', async ({ assert }) => {
    await sandbox.login()
    for (const [name, value] of [
      ['limit', 'many'],
      ['timeout', 'soon'],
      ['color', 'pink'],
      ['tz', 'Mars/Base'],
    ]) {
      assert.equal((await sandbox.run(['config', 'set', name, value])).code, 2, name)
    }
    await sandbox.run(['config', 'set', 'limit', '2'])
    assert.lengthOf((await sandbox.run(['partner', 'list'])).stdout.trimEnd().split('\n'), 2)
    await sandbox.run(['config', 'set', 'limit', ''])
    assert.equal((await sandbox.run(['config', 'get', 'limit'])).stdout, '\n')
    assert.lengthOf((await sandbox.run(['partner', 'list'])).stdout.trimEnd().split('\n'), 3)
  })

  test('the directories follow SOUK_*_DIR, then XDG_*, then HOME', async ({ assert }) => {
    const where = async (env: Record<string, string | undefined>) =>
      JSON.parse((await sandbox.run(['config', 'path', '--json'], { env })).stdout)
    assert.deepEqual(await where({}), {
      config: sandbox.path(CONFIG),
      state: sandbox.path('.local/state/souk'),
      cache: sandbox.path('.cache/souk'),
    })
    const xdg = { XDG_CONFIG_HOME: '/x/c', XDG_STATE_HOME: '/x/s', XDG_CACHE_HOME: '/x/k' }
    assert.deepEqual(await where(xdg), {
      config: '/x/c/souk/config.json',
      state: '/x/s/souk',
      cache: '/x/k/souk',
    })
    const own = { SOUK_CONFIG_DIR: '/o/c', SOUK_STATE_DIR: '/o/s', SOUK_CACHE_DIR: '/o/k' }
    assert.deepEqual(await where({ ...xdg, ...own }), {
      config: '/o/c/config.json',
      state: '/o/s',
      cache: '/o/k',
    })
  })

  test('a directory that cannot be made is named', async ({ assert }) => {
    const env = { SOUK_CONFIG_DIR: (await sandbox.write('file', '')) + '/souk' }
    const { code, stderr } = await sandbox.run(['config', 'set', 'limit', '5'], { env })
    assert.equal(code, 2)
    assert.include(stderr, `${env.SOUK_CONFIG_DIR}: part of the path is a file`)
    assert.notMatch(stderr, /^\s+at /m)
  })

  test('a server that asks for a newer version is told of once a day', async ({ assert }) => {
    await sandbox.login()
    sandbox.server.headers = { 'x-min-cli-version': '99.0.0' }
    const first = await sandbox.run(['partner', 'list'])
    assert.include(first.stderr, 'the server asks for souk 99.0.0 or later')
    const second = await sandbox.run(['partner', 'list'])
    assert.equal(second.stderr, '')
  })
})
