import { test } from '@japa/runner'
import { Sandbox, inBatches } from '#tests/cli/support/sandbox'
import type { Fault } from '#tests/cli/support/fixture_server'

const ID = 'prt_00000000000000000000000001'

/** Commands that ask the server as somebody; each must treat every answer the same way. */
const commands: Record<string, string[]> = {
  'partner list': ['partner', 'list'],
  'partner show': ['partner', 'show', ID],
  'partner approve': ['partner', 'approve', ID, '--yes'],
  'partner reject': ['partner', 'reject', ID, '--yes', '--reason', 'unreadable'],
  'whoami': ['whoami'],
  'api': ['api', '/user/profile'],
}

const answers: [title: string, fault: Fault, code: number][] = [
  ['400', { status: 400 }, 2],
  ['403', { status: 403 }, 4],
  ['404', { status: 404 }, 3],
  ['409', { status: 409 }, 5],
  ['422', { status: 422 }, 5],
  ['423', { status: 423 }, 5],
  ['426', { status: 426 }, 9],
  ['429', { status: 429, headers: { 'retry-after': '1' } }, 6],
  ['500', { status: 500 }, 6],
  ['502 with a page of HTML', { status: 502, body: '<html>bad gateway</html>' }, 6],
  ['503', { status: 503 }, 6],
  ['a redirect elsewhere', { status: 302, headers: { location: 'http://other.test/' } }, 1],
  ['a dropped connection', { drop: 'before' }, 6],
  ['half a body', { half: true }, 6],
  ['a time-out', { delayMs: 1500 }, 6],
]

test.group('exit codes', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  for (const [title, args] of Object.entries(commands)) {
    test(`${title}: 0 when it worked`, async ({ assert }) => {
      const { code, stdout } = await sandbox.run(args)
      assert.equal(code, 0)
      assert.isNotEmpty(stdout)
    })

    test(`${title}: the right code after each kind of failure`, async ({ assert }) => {
      await inBatches(answers, async ([answer, fault, expected]) => {
        const own = await Sandbox.open()
        try {
          await own.login()
          own.server.breakNext(fault)
          const timeout = fault.delayMs ? '200ms' : '10s'
          const flags = ['--retries', '0', '--timeout', timeout]
          const { code, stdout, stderr } = await own.run([...args, ...flags])
          assert.equal(code, expected, `${answer}: ${stderr}`)
          assert.equal(stdout, '', answer)
          assert.match(stderr, /^error: /m, answer)
          assert.notMatch(stderr, /^\s+at /m, `${answer}: no stack trace`)
          if (fault.status && fault.status >= 400) assert.include(stderr, 'request: req-header')
        } finally {
          await own.close()
        }
      })
    })

    test(`${title}: 4 when the login is refused`, async ({ assert }) => {
      sandbox.server.accessTokens.clear()
      sandbox.server.refreshToken = 'another'
      const { code, stdout, stderr } = await sandbox.run(args)
      assert.equal(code, 4)
      assert.equal(stdout, '')
      assert.include(stderr, 'hint: souk login --profile local')
    })

    test(`${title}: 6 when nothing listens`, async ({ assert }) => {
      await sandbox.server.stop()
      const { code, stderr } = await sandbox.run([...args, '--retries', '0'])
      assert.equal(code, 6, stderr)
      assert.include(stderr, 'nothing listens at 127.0.0.1:')
    })
  }

  for (const [title, body] of Object.entries({
    'HTML instead of JSON': '<html>hello</html>',
    'JSON that was cut': '{"data": [{"par',
  })) {
    test(`1 after ${title}`, async ({ assert }) => {
      sandbox.server.breakNext({ status: 200, body })
      const { code, stdout, stderr } = await sandbox.run(['partner', 'list'])
      assert.equal(code, 1)
      assert.equal(stdout, '')
      assert.include(stderr, 'is not JSON')
    })
  }

  test('6 for a host that does not exist', async ({ assert }) => {
    const env = { SOUK_API_URL: 'https://no-such-host.invalid', SOUK_TOKEN: 'token' }
    const { code } = await sandbox.run(['partner', 'list', '--retries', '0'], { env })
    assert.equal(code, 6)
  })

  test('6 when TLS fails', async ({ assert }) => {
    const env = { SOUK_API_URL: sandbox.server.url.replace('http:', 'https:') }
    const { code, stderr } = await sandbox.run(['partner', 'list', '--retries', '0'], { env })
    assert.equal(code, 6, stderr)
  })

  test('0 for an empty list, which says so only on a terminal', async ({ assert }) => {
    const { code, stdout, stderr } = await sandbox.run(['partner', 'ls', '--status', 'rejected'])
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' })
  })

  for (const [title, args] of Object.entries({
    'an unknown noun': ['partnr', 'list'],
    'an unknown verb': ['partner', 'aprove'],
    'an unknown flag': ['partner', 'list', '--stauts', 'pending'],
    'a noun alone': ['partner'],
    'a missing argument': ['partner', 'show'],
    'too many arguments': ['whoami', 'really'],
    'a value that is not allowed': ['partner', 'list', '--status', 'odd'],
    'a bad number': ['partner', 'list', '--limit', 'many'],
    'a bad duration': ['partner', 'list', '--timeout', 'soon'],
    'a bad time zone': ['partner', 'list', '--tz', 'Mars/Base'],
    'an unknown column': ['partner', 'list', '--columns', 'colour'],
    'an unknown field': ['partner', 'list', '--fields', 'colour'],
    'an unknown field in a template': ['partner', 'list', '--format', '{colour}'],
    'a broken template': ['partner', 'list', '--format', '{partnerId'],
    'a broken jq expression': ['partner', 'list', '--jq', '.[['],
    'two forms of output': ['partner', 'list', '--ndjson', '--format', '{id}'],
    'an id that is none': ['partner', 'show', '../../auth/logout'],
    'an unknown profile': ['partner', 'list', '--profile', 'nowhere'],
    'plain http to another machine': ['api', '/x', '--api-url', 'http://api.example.test'],
    'an address as a path': ['api', 'https://evil.test/user/profile'],
    'a path that climbs': ['api', '/../../etc/passwd'],
    'a shell that is unknown': ['completion', 'tcsh'],
    'an unknown setting': ['config', 'set', 'colr', 'auto'],
    'an unknown topic': ['help', 'exit-code'],
  })) {
    test(`2 for ${title}, before anything is changed`, async ({ assert }) => {
      const { code, stdout, stderr } = await sandbox.run(args)
      assert.equal(code, 2, stderr)
      assert.equal(stdout, '')
      assert.isNotEmpty(stderr)
      assert.lengthOf(
        sandbox.server.requests.filter(({ method }) => method !== 'GET'),
        0
      )
    })
  }

  test('suggests the word that was meant', async ({ assert }) => {
    const meant: [string[], string][] = [
      [['partner', 'aprove'], 'souk partner approve'],
      [['partner', 'accept'], 'souk partner approve'],
      [['prtner', 'list'], 'souk partner'],
      [['profile', 'delete', 'x'], 'souk profile remove'],
      [['partner', 'list', '--limt', '5'], '--limit'],
      [['partner', 'list', '--columns', 'emial'], 'email'],
    ]
    for (const [args, guess] of meant) {
      const { stderr } = await sandbox.run(args)
      assert.include(stderr, `hint: did you mean ${guess}?`)
    }
  })

  test('errors under --json are one JSON object on stderr', async ({ assert }) => {
    sandbox.server.breakNext({ status: 422 })
    const args = ['partner', 'reject', ID, '--reason', 'x', '--yes', '--json', '--retries', '0']
    const { code, stdout, stderr } = await sandbox.run(args)
    assert.equal(code, 5)
    assert.equal(stdout, '')
    const { error } = JSON.parse(stderr)
    assert.containSubset(error, {
      code: 'E_VALIDATION',
      status: 422,
      requestId: 'req-header',
      fields: [
        { field: 'reason', message: 'is too short', rule: 'minLength' },
        { field: 'decision' },
      ],
    })
  })

  test('a 403 names the permission', async ({ assert }) => {
    sandbox.server.breakNext({ status: 403 })
    const { stderr } = await sandbox.run(['partner', 'list'])
    assert.include(stderr, 'verifications.review')
  })
})
