import { test } from '@japa/runner'
import { Sandbox, until } from '#tests/cli/support/sandbox'

const STARTED = {
  sessionId: 'imp_01jd3x',
  impersonationToken: 'souk_imp_a-secret-that-nobody-sees',
  expiresAt: '2099-01-31T10:00:00.000Z',
  customer: { id: 'usr_01jd3x', name: 'Cleo', role: 'client' },
}
const RUN = ['impersonate', 'run', 'usr_01jd3x', '--reason', 'ticket 42', '--', 'api', '/orders']
const START = { path: '/impersonate/start', status: 201, body: { data: STARTED } }
const END = { path: '/impersonate/end', status: 200, body: { data: { id: STARTED.sessionId } } }

test.group('souk impersonate run', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  const calls = () => sandbox.server.requests.map(({ method, path }) => `${method} ${path}`)
  const ALL = ['POST /admin/impersonate/start', 'GET /orders', 'POST /admin/impersonate/end']

  test('ends after the call, whose token nobody sees', async ({ assert }) => {
    sandbox.server.breakNext(START, { path: '/orders', status: 200, body: { data: [] } }, END)
    const { code, stdout, stderr } = await sandbox.run(RUN)
    assert.equal(code, 0, stderr)
    assert.deepEqual(calls(), ALL)
    const [call] = sandbox.server.seen('GET', '/orders')
    assert.equal(call.headers['x-impersonation-token'], STARTED.impersonationToken)
    assert.notInclude(stdout + stderr, STARTED.impersonationToken)
    assert.include(stderr, 'IMPERSONATING Cleo')
  })

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    test(`ends when ${signal} stops the call`, async ({ assert }) => {
      const slow = { path: '/orders', delayMs: 15_000, status: 200, body: { data: [] } }
      sandbox.server.breakNext(START, slow, END)
      const result = await sandbox.run(RUN, {
        during: async (child) => {
          await until(() => sandbox.server.seen('GET', '/orders').length > 0, 'the call')
          child.kill(signal)
        },
      })
      assert.equal(result.code, code, result.stderr)
      assert.deepEqual(calls(), ALL)
    })

  test('ends when the start was stopped before its answer came', async ({ assert }) => {
    sandbox.server.breakNext({ ...START, delayMs: 15_000 }, END)
    const result = await sandbox.run(RUN, {
      during: async (child) => {
        await until(() => sandbox.server.seen('POST', '/start').length > 0, 'the start')
        child.kill('SIGINT')
      },
    })
    assert.equal(result.code, 130, result.stderr)
    assert.deepEqual(calls(), [ALL[0], ALL[2]])
  })

  test('ends when the call fails, and says when it could not end', async ({ assert }) => {
    sandbox.server.breakNext(START, { path: '/orders', status: 404 }, END)
    assert.equal((await sandbox.run(RUN)).code, 3)
    assert.deepEqual(calls(), ALL)

    const lost = { path: '/impersonate/end', status: 500 }
    sandbox.server.breakNext(
      START,
      { path: '/orders', status: 200, body: { data: [] } },
      ...[lost, lost, lost, lost]
    )
    const result = await sandbox.run([...RUN.slice(0, 5), '--retries', '0', ...RUN.slice(5)])
    assert.equal(result.code, 6, result.stderr)
    assert.include(result.stderr, 'ends by itself at 2099')
  })

  test('a write is refused before anything is sent', async ({ assert }) => {
    for (const words of [
      ['-X', 'POST', '/cart'],
      ['DELETE', '/cart'],
      ['patch', '/x'],
      ['PUT', '/x'],
    ]) {
      const { code, stderr } = await sandbox.run([...RUN.slice(0, 7), ...words])
      assert.equal(code, 2)
      assert.include(stderr, 'nothing was sent')
    }
    assert.deepEqual(calls(), [])
  })
})

test.group('souk impersonate api', () => {
  test('sends the token to the server it came from alone', async ({ assert, cleanup }) => {
    const sandbox = await Sandbox.open()
    cleanup(() => sandbox.close())
    await sandbox.login()
    const eyes = { ...STARTED, origin: 'https://other.example.test' }
    await sandbox.write('.config/souk/tokens/local.impersonation.json', JSON.stringify(eyes))
    const { code, stderr } = await sandbox.run(['impersonate', 'api', '/orders'])
    assert.equal(code, 2)
    assert.include(stderr, 'goes nowhere else')
    assert.deepEqual(sandbox.server.requests, [])
  })

  test('leaves the token behind at a redirect, and says when it is over', async ({
    assert,
    cleanup,
  }) => {
    const sandbox = await Sandbox.open()
    cleanup(() => sandbox.close())
    await sandbox.login()
    const eyes = { ...STARTED, origin: sandbox.server.url }
    await sandbox.write('.config/souk/tokens/local.impersonation.json', JSON.stringify(eyes))
    const location = `${sandbox.server.url}/api/v1/health`
    sandbox.server.breakNext({ path: '/orders', status: 302, headers: { location }, body: {} })
    const call = ['impersonate', 'api', '/orders']
    assert.equal((await sandbox.run(call)).code, 0)
    assert.isUndefined(sandbox.server.requests.at(-1)!.headers['x-impersonation-token'])

    const error = { code: 'E_IMPERSONATION_OVER', message: 'over' }
    sandbox.server.breakNext({ path: '/orders', status: 401, body: { errors: [error] } })
    const over = await sandbox.run(call)
    assert.equal(over.code, 4)
    assert.include(over.stderr, 'souk impersonate start')
    assert.equal(sandbox.server.rotations, 0)
  })
})
