import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

test.group('jobs', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('stats prints the unfinished jobs of each queue', async ({ assert }) => {
    const text = await sandbox.run(['job', 'stats'])
    assert.equal(text.code, 0, text.stderr)
    assert.equal(text.stdout, 'mail\t3\t0\t0\t1\nmatching\t0\t2\t5\t0\n')
    const json = await sandbox.run(['job', 'stats', '--fields', 'queue,failed'])
    assert.deepEqual(JSON.parse(json.stdout), [
      { queue: 'mail', failed: 1 },
      { queue: 'matching', failed: 0 },
    ])
  })

  test('a list says on a terminal what each queue holds, and in a pipe only its rows', async ({
    assert,
  }) => {
    const terminal = sandbox.terminal(['job', 'list'], { columns: 160 })
    await terminal.expect('job_1')
    await terminal.expect('mail: 3 waiting, 1 failed')
    await terminal.expect('matching: 2 active, 5 delayed')
    assert.equal(await terminal.exit(), 0)
    const { stdout, stderr } = await sandbox.run(['job', 'list'])
    assert.match(stdout, /^job_1\t/)
    assert.equal(stderr, '')
  })
})
