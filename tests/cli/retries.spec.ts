import { test } from '@japa/runner'
import { Sandbox, until } from '#tests/cli/support/sandbox'

const ID = 'prt_00000000000000000000000001'
const approve = ['partner', 'approve', ID, '--yes']

test.group('retries and idempotency', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('repeats passing failures and says so on stderr', async ({ assert }) => {
    const now = { headers: { 'retry-after': '0' } }
    sandbox.server.breakNext({ status: 429, ...now }, { status: 503, ...now }, { drop: 'before' })
    const { code, stdout, stderr } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 0)
    assert.lengthOf(stdout.trimEnd().split('\n'), 3)
    assert.include(stderr, 'the server answered 429; repeat 1 of 3 in 0.0 s')
    assert.include(stderr, 'the server answered 503; repeat 2 of 3')
    assert.include(stderr, 'repeat 3 of 3')
    assert.lengthOf(sandbox.server.requests, 4)
  })

  test('waits as long as the server asks', async ({ assert }) => {
    sandbox.server.breakNext({ status: 429, headers: { 'retry-after': '1' } })
    await sandbox.run(['partner', 'list'])
    const [first, second] = sandbox.server.requests
    assert.isAtLeast(second.at - first.at, 990)
  })

  test('does not wait for an absurd time, but tells it', async ({ assert }) => {
    sandbox.server.breakNext({ status: 429, headers: { 'retry-after': '86400' } })
    const { code, stderr } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 6)
    assert.include(stderr, 'hint: try again in 86400 s')
    assert.lengthOf(sandbox.server.requests, 1)
  })

  test('ignores a Retry-After that cannot be read', async ({ assert }) => {
    sandbox.server.breakNext({ status: 503, headers: { 'retry-after': 'soon' } })
    const { code } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 0)
    assert.lengthOf(sandbox.server.requests, 2)
  })

  test('gives up after --retries and never repeats a refusal', async ({ assert }) => {
    const fault = { status: 503, headers: { 'retry-after': '0' } }
    sandbox.server.breakNext(fault, fault)
    const { code } = await sandbox.run(['partner', 'list', '--retries', '1'])
    assert.equal(code, 6)
    assert.lengthOf(sandbox.server.requests, 2)
    sandbox.server.requests.length = 0
    sandbox.server.breakNext({ status: 409 })
    await sandbox.run(approve)
    assert.lengthOf(sandbox.server.requests, 1)
  })

  test('a write whose answer was lost is applied once', async ({ assert }) => {
    sandbox.server.breakNext({ drop: 'after' })
    const { code, stdout, stderr } = await sandbox.run(approve)
    assert.equal(code, 0)
    assert.include(stdout, 'approved\tprt_00000000000000000000000001\tShop 1')
    assert.include(stderr, 'replayed')
    const keys = sandbox.server.seen('PUT', ID).map(({ headers }) => headers['idempotency-key'])
    assert.lengthOf(keys, 2)
    assert.equal(keys[0], keys[1])
  })

  test('a read carries no key', async ({ assert }) => {
    await sandbox.run(['partner', 'list'])
    assert.notProperty(sandbox.server.requests[0].headers, 'idempotency-key')
  })

  test('a write that failed says whether it may have been applied, and how to repeat it', async ({
    assert,
  }) => {
    sandbox.server.breakNext({ drop: 'after' })
    const lost = await sandbox.run([...approve, '--retries', '0'])
    assert.equal(lost.code, 6)
    assert.include(lost.stderr, 'It is not known whether this was applied.')
    const key = /--idempotency-key (\S+)/.exec(lost.stderr)![1]
    assert.equal(sandbox.server.seen('PUT', ID)[0].headers['idempotency-key'], key)

    const again = await sandbox.run([...approve, '--idempotency-key', key])
    assert.equal(again.code, 0)
    assert.include(again.stderr, 'replayed')

    sandbox.server.breakNext({ status: 429, headers: { 'retry-after': '500' } })
    const refused = await sandbox.run([...approve, '--json'])
    const { error } = JSON.parse(refused.stderr)
    assert.containSubset(error, { mayHaveApplied: false, retryAfterSeconds: 500 })
    assert.isString(error.idempotencyKey)
  })

  test('a slow server is noticed: --timeout ends the wait', async ({ assert }) => {
    sandbox.server.breakNext({ delayMs: 5000 })
    const { code, stderr } = await sandbox.run([
      ...approve,
      ...['--timeout', '200ms', '--retries', '0'],
    ])
    assert.equal(code, 6)
    assert.include(stderr, 'did not answer within 0.2 s')
    assert.include(stderr, 'It is not known whether this was applied.')
  })
})

test.group('signals', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`${signal} during a read ends with ${expected}`, async ({ assert }) => {
      sandbox.server.breakNext({ delayMs: 5000 })
      const { code, stdout, stderr } = await sandbox.run(['partner', 'list'], {
        during: async (child) => {
          await until(() => sandbox.server.requests.length > 0, 'the request')
          child.kill(signal)
        },
      })
      assert.deepEqual(
        { code, stdout, stderr },
        { code: expected, stdout: '', stderr: 'error: interrupted\n' }
      )
    })
  }

  test('SIGINT during a write says that the outcome is unknown, and prints the key', async ({
    assert,
  }) => {
    sandbox.server.breakNext({ delayMs: 5000 })
    const { code, stderr } = await sandbox.run(approve, {
      during: async (child) => {
        await until(() => sandbox.server.seen('PUT', ID).length > 0, 'the write')
        child.kill('SIGINT')
      },
    })
    assert.equal(code, 130)
    assert.include(stderr, 'It is not known whether this was applied.')
    const key = sandbox.server.seen('PUT', ID)[0].headers['idempotency-key']
    assert.include(stderr, `--idempotency-key ${key}`)
  })

  test('SIGINT while waiting for a repeat ends at once', async ({ assert }) => {
    sandbox.server.breakNext({ status: 503, headers: { 'retry-after': '60' } })
    const { code } = await sandbox.run(['partner', 'list'], {
      during: async (child) => {
        let stderr = ''
        child.stderr!.on('data', (text) => (stderr += text))
        await until(() => stderr.includes('repeat 1'), 'the note')
        child.kill('SIGINT')
      },
    })
    assert.equal(code, 130)
  })
})
