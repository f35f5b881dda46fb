import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'
import type { Fault } from '#tests/cli/support/fixture_server'

const IDS = [1, 2, 3].map((n) => `prt_${String(n).padStart(26, '0')}`)
const [ID] = IDS

/** The next write is refused until its login has proved itself. */
const wantsProof = (...methods: string[]): Fault => ({
  path: '/admin/verify/',
  status: 403,
  body: { errors: [{ code: 'E_STEP_UP_REQUIRED', message: 'prove it', methods }] },
})

test.group('a fresh proof', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('asks for the password and sends the same write under the same key', async ({ assert }) => {
    sandbox.server.breakNext(wantsProof('password'))
    const terminal = sandbox.terminal(['partner', 'approve', ID, '--yes'])
    await terminal.expect('Password:')
    terminal.type('correct horse\r')
    assert.equal(await terminal.exit(), 0, terminal.raw)
    const sent = sandbox.server.seen('PUT', ID)
    assert.lengthOf(sent, 2)
    assert.equal(sent[0].headers['idempotency-key'], sent[1].headers['idempotency-key'])
    assert.deepEqual(sent[0].body, sent[1].body)
    assert.deepEqual(sandbox.server.seen('POST', '/auth/step-up')[0].body, {
      password: 'correct horse',
    })
    assert.notInclude(terminal.raw, 'correct horse')
  })

  test('a wrong proof ends the command, and nothing was written', async ({ assert }) => {
    sandbox.server.breakNext(wantsProof('totp', 'recovery'))
    const terminal = sandbox.terminal(['partner', 'approve', ID, '--yes'])
    await terminal.expect('Code (totp, recovery):')
    terminal.type('000000\r')
    assert.equal(await terminal.exit(), 5)
    assert.notInclude(terminal.raw, '000000')
    assert.equal(sandbox.server.partners[0].status, 'submitted')
  })

  test('has a code sent where that is the way, or another when it is named', async ({ assert }) => {
    sandbox.server.breakNext(wantsProof('email', 'sms'))
    const terminal = sandbox.terminal(['partner', 'approve', ID, '--yes'])
    await terminal.expect('Code (email, sms; type sms for a texted one):')
    terminal.type('sms\r')
    await terminal.expect('a texted code is on its way')
    terminal.type('135790\r')
    assert.equal(await terminal.exit(), 0, terminal.raw)
    const methods = sandbox.server.seen('POST', 'send-code').map(({ body }) => body.method)
    assert.deepEqual(methods, ['email', 'sms'])
  })

  test('is asked for once in a bulk run', async ({ assert }) => {
    sandbox.server.breakNext(...IDS.map(() => wantsProof('password')))
    const args = ['partner', 'approve', ...IDS, '--confirm', '3', '--yes', '--concurrency', '3']
    const terminal = sandbox.terminal(args)
    await terminal.expect('Password:')
    terminal.type('correct horse\r')
    assert.equal(await terminal.exit(), 0, terminal.raw)
    assert.lengthOf(sandbox.server.seen('POST', '/auth/step-up'), 1)
    for (const { status } of sandbox.server.partners) assert.equal(status, 'approved')
  })

  test('without a terminal: 4 and the recipe, and the key to repeat it is not lost', async ({
    assert,
  }) => {
    const approve = ['partner', 'approve', ID, '--yes', '--idempotency-key', 'key-1']
    sandbox.server.breakNext(wantsProof('totp', 'recovery'))
    const refused = await sandbox.run([...approve, '--json'])
    assert.equal(refused.code, 4)
    assert.equal(refused.stdout, '')
    assert.containSubset(JSON.parse(refused.stderr).error, {
      code: 'E_STEP_UP_REQUIRED',
      hint: 'souk auth step-up --otp-stdin < code.txt, then the same command',
    })
    const proved = await sandbox.run(['auth', 'step-up', '--otp-stdin'], { stdin: '135790\n' })
    assert.equal(proved.code, 0, proved.stderr)
    assert.equal((await sandbox.run(approve)).code, 0)
  })

  test('step-up without a terminal and without stdin says what is missing', async ({ assert }) => {
    const { code, stderr } = await sandbox.run(['auth', 'step-up'])
    assert.equal(code, 2)
    assert.include(stderr, '--otp-stdin')
  })
})
