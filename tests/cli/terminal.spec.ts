import { stripVTControlCharacters } from 'node:util'
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const ID = 'prt_00000000000000000000000001'

test.group('on a terminal', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('login asks, and the password is not echoed', async ({ assert }) => {
    const terminal = sandbox.terminal(['login'])
    await terminal.expect('E-mail:')
    terminal.type('two@example.test\r')
    await terminal.expect('Password:')
    terminal.type('correct horse\r')
    await terminal.expect('Code (totp):')
    terminal.type('135790\r')
    await terminal.expect('logged in  dana@example.test')
    assert.equal(await terminal.exit(), 0)
    assert.notInclude(terminal.raw, 'correct horse')
  })

  test('questions go to stderr: stdout holds the data alone', async ({ assert }) => {
    const output = sandbox.path('out.json')
    const terminal = sandbox.shell(`souk partner approve ${ID} --json > '${output}'`)
    await terminal.expect('Approve partner')
    terminal.type('y\r')
    assert.equal(await terminal.exit(), 0)
    assert.equal(JSON.parse(await sandbox.read('out.json')).outcome, 'approved')
  })

  test('a yes sends, a no and an empty answer do not', async ({ assert }) => {
    for (const [answer, code] of [
      ['n\r', 130],
      ['\r', 130],
      ['y\r', 0],
    ] as const) {
      const terminal = sandbox.terminal(['partner', 'approve', ID])
      await terminal.expect('local · dana@example.test · 127.0.0.1')
      await terminal.expect(`Approve partner ${ID}?`)
      terminal.type(answer)
      assert.equal(await terminal.exit(), code)
    }
    assert.lengthOf(sandbox.server.seen('PUT', ID), 1)
  })

  test('a protected profile wants the id typed', async ({ assert }) => {
    await sandbox.run(['profile', 'edit', 'local', '--protected'])
    for (const [typed, code] of [
      ['prt_2\r', 130],
      ['\r', 130],
      [`${ID}\r`, 0],
    ] as const) {
      const terminal = sandbox.terminal(['partner', 'approve', ID, '--yes'])
      await terminal.expect('Type the id to go on')
      terminal.type(typed)
      assert.equal(await terminal.exit(), code)
    }
    assert.lengthOf(sandbox.server.seen('PUT', ID), 1)
  })

  test('a missing reason is asked for', async ({ assert }) => {
    const terminal = sandbox.terminal(['partner', 'reject', ID])
    await terminal.expect('Reason')
    terminal.type('not readable\r')
    await terminal.expect('Reject partner')
    terminal.type('y\r')
    assert.equal(await terminal.exit(), 0)
    assert.deepEqual(sandbox.server.seen('PUT', ID)[0].body, {
      decision: 'reject',
      reason: 'not readable',
    })
  })

  test('Ctrl-C at a question ends with 130 and restores the terminal', async ({ assert }) => {
    const terminal = sandbox.terminal(['partner', 'approve', ID])
    await terminal.expect('Approve partner')
    terminal.type('\u0003')
    assert.equal(await terminal.exit(), 130)
    const hidden = terminal.raw.lastIndexOf('\u001b[?25l')
    assert.isAtLeast(terminal.raw.lastIndexOf('\u001b[?25h'), hidden, 'the cursor is shown again')
    assert.lengthOf(sandbox.server.seen('PUT', ID), 0)
  })

  test('Ctrl-C while waiting for the server ends with 130', async ({ assert }) => {
    sandbox.server.breakNext({ delayMs: 8000 })
    const terminal = sandbox.terminal(['partner', 'list'])
    // Something is shown within a tenth of a second, long before the answer.
    await terminal.expect('… GET /api/v1/admin/verifications')
    terminal.type('\u0003')
    assert.equal(await terminal.exit(), 130)
  })

  test('--no-input and SOUK_NO_INPUT never ask', async ({ assert }) => {
    const flag = sandbox.terminal(['partner', 'approve', ID, '--no-input'])
    await flag.expect('this needs a confirmation: --yes')
    assert.equal(await flag.exit(), 2)
    const variable = sandbox.terminal(['login'], { env: { SOUK_NO_INPUT: '1' } })
    await variable.expect('there is no terminal to ask on')
    assert.equal(await variable.exit(), 2)
  })

  test('the review queue takes keys, goes on after a conflict, and starts again where it was left', async ({
    assert,
  }) => {
    const terminal = sandbox.terminal(['partner', 'review'])
    await terminal.expect('Shop 1: [a]pprove')
    terminal.type('o')
    await terminal.expect(`licence.pdf  souk partner document ${ID} pfl_${ID}`)
    await terminal.expect('Shop 1: [a]pprove')
    terminal.type('a')
    await terminal.expect(`approved  ${ID}  Shop 1`)
    await terminal.expect('Shop 2: [a]pprove')
    terminal.type('r')
    await terminal.expect('Reason')
    terminal.type('\r')
    await terminal.expect('Shop 2: [a]pprove')
    terminal.type('r')
    await terminal.expect('Reason')
    terminal.type('not readable\r')
    await terminal.expect('rejected  ')
    await terminal.expect('Shop 3: [a]pprove')
    terminal.type('q')
    await terminal.expect('1 approved, 1 rejected, 0 skipped')
    assert.equal(await terminal.exit(), 0)

    const again = sandbox.terminal(['partner', 'review'])
    await again.expect('Shop 3: [a]pprove')
    sandbox.server.partners[2].status = 'approved'
    again.type('a')
    await again.expect('refused: already approved')
    await again.expect('0 approved, 0 rejected, 1 skipped')
    assert.equal(await again.exit(), 0)
  })

  test('Ctrl-C in the review queue ends with 130', async ({ assert }) => {
    const terminal = sandbox.terminal(['partner', 'review'])
    await terminal.expect('Shop 1: [a]pprove')
    terminal.type('\u0003')
    assert.equal(await terminal.exit(), 130)
  })

  test('tables fit the width, ids stay whole, the last columns go first', async ({ assert }) => {
    for (const partner of sandbox.server.partners) partner.businessName = '写真館 '.repeat(30)
    for (const columns of [40, 60, 100, 200]) {
      const terminal = sandbox.terminal(['partner', 'list', '--quiet'], { columns })
      assert.equal(await terminal.exit(), 0)
      const lines = stripVTControlCharacters(terminal.raw).split(/\r?\n/).filter(Boolean)
      assert.isTrue(lines[0].startsWith('PARTNER'))
      for (const line of lines) {
        const cells = [...line].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
        assert.isAtMost(cells, columns)
      }
      assert.isTrue(lines[1].startsWith(ID))
      assert.equal(lines[0].includes('EMAIL'), columns === 200)
    }
  })

  test('a list longer than the screen goes through the pager, which may be left early', async ({
    assert,
  }) => {
    const { makePartners } = await import('#tests/cli/support/fixture_server')
    sandbox.server.partners = makePartners(60)
    const env = { SOUK_PAGER: 'head -n 5' }
    const terminal = sandbox.terminal(['partner', 'list', '--all'], { env, rows: 10 })
    assert.equal(await terminal.exit(), 0)
    assert.include(terminal.raw, 'Shop 4')
    assert.notInclude(terminal.raw, 'Shop 40')

    const missing = { SOUK_PAGER: 'no-such-pager' }
    const without = sandbox.terminal(['partner', 'list', '--all'], { env: missing, rows: 10 })
    assert.equal(await without.exit(), 0)
    assert.include(without.raw, 'Shop 60')
  })

  test('ids that were shown complete by Tab later on', async ({ assert }) => {
    const terminal = sandbox.terminal(['partner', 'list'])
    await terminal.exit()
    const { stdout } = await sandbox.run(['complete', '--', 'partner', 'approve', 'prt_'])
    assert.include(stdout, `${ID}\t`)
    assert.lengthOf(sandbox.server.requests, 1)
  })
})

test.group('without a terminal', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  for (const stdin of ['', 'idle'] as const) {
    const title = stdin === 'idle' ? 'a pipe that says nothing' : 'an empty stdin'
    test(`${title}: a write that needs a confirmation ends with 2 and says what to add`, async ({
      assert,
    }) => {
      const { code, stdout, stderr } = await sandbox.run(['partner', 'approve', ID, '--json'], {
        stdin,
      })
      assert.equal(code, 2)
      assert.equal(stdout, '')
      assert.deepEqual(JSON.parse(stderr).error, {
        code: 'confirmation_required',
        message: 'this needs a confirmation: --yes',
        need: '--yes',
        hint: 'no terminal to ask on',
      })
      assert.lengthOf(sandbox.server.requests, 0)
    })
  }

  test('everything missing is named at once', async ({ assert }) => {
    const { code, stderr } = await sandbox.run(['partner', 'reject'])
    assert.equal(code, 2)
    assert.include(stderr, '<partner-ids...> or --from FILE, --reason <text>, --yes')
  })

  test('--yes is enough for level 2, never for level 3', async ({ assert }) => {
    assert.equal((await sandbox.run(['partner', 'approve', ID, '--yes'])).code, 0)
    await sandbox.run(['profile', 'edit', 'local', '--protected'])
    const second = 'prt_00000000000000000000000002'
    const yes = await sandbox.run(['partner', 'approve', second, '--yes'])
    assert.equal(yes.code, 2)
    assert.include(yes.stderr, `--confirm ${second}`)
    const wrong = await sandbox.run(['partner', 'approve', second, '--confirm', ID])
    assert.equal(wrong.code, 2)
    assert.equal((await sandbox.run(['partner', 'approve', second, '--confirm', second])).code, 0)
    assert.lengthOf(sandbox.server.seen('PUT', second), 1)
  })

  test('a review says how to do it without a terminal', async ({ assert }) => {
    const { code, stderr } = await sandbox.run(['partner', 'review'])
    assert.equal(code, 2)
    assert.include(stderr, '--from FILE')
  })

  test('--dry-run prints the exact request, secrets masked, and sends nothing', async ({
    assert,
  }) => {
    const args = ['partner', 'reject', ID, '--reason', 'expired', '--ticket', 'tkt_9', '--dry-run']
    const text = await sandbox.run(args)
    assert.equal(text.code, 0, text.stderr)
    assert.include(text.stdout, `PUT ${sandbox.server.url}/api/v1/admin/verify/${ID}`)
    assert.notInclude(text.stdout, 'access-token-1')
    const json = await sandbox.run([...args, '--json', '--idempotency-key', 'key-1'])
    assert.containSubset(JSON.parse(json.stdout), [
      {
        method: 'PUT',
        headers: { 'Idempotency-Key': 'key-1', 'Authorization': '••••' },
        body: { decision: 'reject', reason: 'expired [ticket tkt_9]' },
      },
    ])
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('--dry-run-server needs a server that announces it', async ({ assert }) => {
    const args = ['partner', 'approve', ID, '--yes', '--dry-run-server']
    const refused = await sandbox.run(args)
    assert.equal(refused.code, 9)
    assert.lengthOf(sandbox.server.seen('PUT', ID), 0)
  })

  test('--dry-run-server prints what would change, asks nothing and changes nothing', async ({
    assert,
  }) => {
    sandbox.server.openapi = { info: { 'x-dry-run': true } }
    const args = ['partner', 'approve', ID, '--dry-run-server']
    const { code, stdout, stderr } = await sandbox.run(args)
    assert.equal(code, 0, stderr)
    assert.equal(stdout, `partner.approved\t${ID}\tstatus\tsubmitted\tapproved\n`)
    assert.include(stderr, 'checked only: nothing was changed')
    assert.equal(sandbox.server.seen('PUT', ID)[0].headers['x-dry-run'], '1')
    assert.equal(sandbox.server.partners[0].status, 'submitted')

    const json = await sandbox.run([...args, '--json'])
    const { outcome, changes } = JSON.parse(json.stdout)
    assert.equal(outcome, 'not approved: checked only')
    assert.deepEqual(changes[0].after, { status: 'approved' })
    const several = await sandbox.run([...args, 'prt_00000000000000000000000002'])
    assert.equal(several.code, 2)
  })

  test('--dry-run-server cries out when the server does not say that it rolled back', async ({
    assert,
  }) => {
    sandbox.server.openapi = { info: { 'x-dry-run': true } }
    sandbox.server.knowsDryRun = false
    const { code, stdout, stderr } = await sandbox.run([
      ...['partner', 'approve', ID, '--dry-run-server'],
    ])
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.include(stderr, 'the write may have been applied')
  })

  test('--reason goes with any write, as a header where the body has no place for it', async ({
    assert,
  }) => {
    const key = 'cat_00000000000000000000000001'
    const remove = ['category', 'delete', key, '--confirm', key]
    const reason = 'Größe ≠ 100 %'
    await sandbox.run([...remove, '--reason', reason, '--ticket', 'tkt_9'])
    const [sent] = sandbox.server.seen('DELETE', key)
    assert.equal(decodeURIComponent(String(sent.headers['x-reason'])), `${reason} [ticket tkt_9]`)
    for (const wrong of ['two\nlines', 'x'.repeat(501)]) {
      const { code, stderr } = await sandbox.run([...remove, '--reason', wrong])
      assert.equal(code, 2)
      assert.include(stderr, 'one line of at most 500 characters')
    }
    await sandbox.run(['partner', 'reject', ID, '--yes', '--reason', reason])
    const [rejected] = sandbox.server.seen('PUT', ID)
    assert.equal(rejected.body.reason, reason)
    assert.isUndefined(rejected.headers['x-reason'])
  })

  test('every row of a bulk run carries the reason, also after a resume', async ({ assert }) => {
    const ids = ['cat_00000000000000000000000001', 'cat_00000000000000000000000002']
    sandbox.server.breakNext({ path: ids[1], status: 503 })
    const args = ['category', 'delete', ...ids, '--confirm', '2', '--retries', '0']
    const first = await sandbox.run([...args, '--reason', 'unused', '--concurrency', '1'])
    assert.equal(first.code, 7, first.stderr)
    const [run] = /\d{8}T\d{6}-\w{6}/.exec(first.stderr)!
    await sandbox.run(['run', 'resume', run])
    const seen = sandbox.server.seen('DELETE', '/admin/categories/')
    assert.isAbove(seen.length, 2)
    for (const { headers } of seen) assert.equal(headers['x-reason'], 'unused')
  })

  test('a DELETE by api asks; any write asks on a protected profile', async ({ assert }) => {
    const remove = ['api', '-X', 'DELETE', '/auth/sessions/ses_phone']
    assert.equal((await sandbox.run(remove)).code, 2)
    assert.equal((await sandbox.run([...remove, '--yes'])).code, 0)
    const write = ['api', '-X', 'PUT', `/admin/verify/${ID}`, '-f', 'decision=approve']
    await sandbox.run(['profile', 'edit', 'local', '--protected'])
    assert.equal((await sandbox.run(write)).code, 2)
    assert.equal((await sandbox.run([...write, '--yes'])).code, 0)
  })
})
