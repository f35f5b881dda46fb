import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { Sandbox, until } from '#tests/cli/support/sandbox'

const SECRETS = ['access-token-', 'refresh-token-', 'correct horse', '135790', 'challenge-7f3a']

test.group('secrets', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    return () => sandbox.close()
  })

  test('no secret shows up in output, traces, journals or the cache', async ({ assert }) => {
    const login = ['login', '--email', 'two@example.test', '--password-stdin', '--otp-stdin']
    const runs = [
      await sandbox.run([...login, '--debug-body'], { stdin: 'correct horse\n135790\n' }),
      await sandbox.run(['whoami', '--debug-body', '--json']),
      await sandbox.run(['auth', 'refresh', '--debug-body']),
      await sandbox.run(['auth', 'status', '--debug']),
      await sandbox.run(['doctor', '--debug-body']),
      await sandbox.run(['partner', 'list', '--debug-body']),
      await sandbox.run(['partner', 'approve', '--from', '-', '--confirm', '2', '--debug-body'], {
        stdin: 'prt_00000000000000000000000001\nprt_missing\n',
      }),
      await sandbox.run(['api', '/user/profile', '--include', '--debug-body']),
      await sandbox.run(['logout', '--debug-body']),
    ]
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 0, 0, 0, 0, 0, 7, 0, 0],
      runs.map(({ stderr }) => stderr).join('\n')
    )
    assert.isAbove(runs.filter(({ stderr }) => stderr.includes('Authorization: ••••')).length, 4)
    const everything = [
      ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
      ...(await filesBelow(sandbox.path('.local'))),
      ...(await filesBelow(sandbox.path('.cache'))),
    ].join('\n')
    for (const secret of SECRETS) assert.notInclude(everything, secret)
  })

  test('a trace shows what is sent, with the secrets masked by name', async ({ assert }) => {
    const login = ['login', '--email', 'dana@example.test', '--password-stdin', '--debug-body']
    const { stderr } = await sandbox.run(login, { stdin: 'correct horse\n' })
    assert.include(stderr, `> POST ${sandbox.server.url}/api/v1/auth/login`)
    assert.include(stderr, '{"email":"dana@example.test","password":"••••"}')
    assert.include(stderr, '"accessToken":"••••"')
    assert.match(stderr, /< 200 in \d+ ms/)
  })

  test('an error that repeats a secret is masked', async ({ assert }) => {
    await sandbox.login()
    const errors = [{ code: 'E_ECHO', message: 'what is access-token-1?' }]
    for (const args of [['whoami'], ['whoami', '--json']]) {
      sandbox.server.breakNext({ status: 409, body: { errors } })
      const { stderr } = await sandbox.run(args)
      assert.include(stderr, 'what is ••••?')
    }
  })

  test('the command line of the process holds no secret', async ({ assert }) => {
    sandbox.server.breakNext({ delayMs: 500 })
    let commandLine = ''
    const login = ['login', '--email', 'dana@example.test', '--password-stdin']
    await sandbox.run(login, {
      stdin: 'correct horse\n',
      during: async (child) => {
        await until(() => sandbox.server.requests.length > 0, 'the request')
        commandLine = await readFile(`/proc/${child.pid}/cmdline`, 'utf8')
      },
    })
    assert.include(commandLine, 'dana@example.test')
    assert.notInclude(commandLine, 'correct horse')
  }).skip(process.platform !== 'linux', '/proc is of Linux')

  test('no flag takes a secret', async ({ assert }) => {
    const { stdout } = await sandbox.run(['commands', '--json'])
    const flags = JSON.parse(stdout).flatMap(({ options }: { options: { flags: string }[] }) =>
      options.map((option) => option.flags)
    )
    const secret = flags.filter((flag: string) => /(password|token|otp|secret)[^ ]* </.test(flag))
    assert.deepEqual(secret, [])
  })
})

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
}
