/*
 * What a write asks before it goes out, and what it tells when it is done: the real words, on a
 * terminal and for a program.
 */
import { readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const REFUND = '/orders/ord_1/refund'
const refunded = {
  path: REFUND,
  status: 201,
  body: { data: { id: 'rfd_1', orderId: 'ord_1', amount: euros(4000), status: 'pending' } },
}
const order = {
  path: '/orders/ord_1',
  status: 200,
  body: {
    data: { id: 'ord_1', clientId: 'usr_7', total: euros(11_890), refunded: euros(500) },
  },
}
const withdrawal = {
  path: '/admin/withdrawals/wdr_1',
  status: 200,
  body: {
    data: {
      ...{ id: 'wdr_1', status: 'approved', amount: euros(60_000), approvalsNeeded: 2 },
      ...{ partner: { businessName: 'Paula\u001b[2J Pictures' }, approvals: [{}] },
      destination: { accountNumber: '•••• 1234' },
    },
  },
}

test.group('what writes ask and tell', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  const limit = (amount: string) =>
    sandbox.run(['profile', 'edit', 'local', '--refund-limit', amount])
  const refund = (...flags: string[]) => ['refund', 'create', 'ord_1', '--reason', 'x', ...flags]

  test('a refund tells its own id, how far it is, its key and the next step', async ({
    assert,
  }) => {
    const command = refund('--amount', '40.00 EUR', '--confirm', '40.00')
    sandbox.server.breakNext(refunded)
    const json = JSON.parse((await sandbox.run([...command, '--json'])).stdout)
    const key = sandbox.server.seen('POST', REFUND)[0].headers['idempotency-key']
    assert.deepEqual(sandbox.server.seen('POST', REFUND)[0].body, { ...euros(4000), reason: 'x' })
    const next = 'souk refund show rfd_1'
    assert.containSubset(json, { id: 'rfd_1', of: 'ord_1', outcome: 'refunded', key, next })

    sandbox.server.breakNext(refunded)
    const piped = await sandbox.run([...command, '--idempotency-key', 'mine'])
    const cells = ['refunded', 'rfd_1', '40.00 EUR', '', '', 'ord_1', 'pending at gateway', 'mine']
    assert.equal(piped.stdout, `${[...cells, next].join('\t')}\n`)

    sandbox.server.breakNext(refunded)
    const terminal = sandbox.terminal([...command, '--idempotency-key', 'mine'], { columns: 160 })
    await terminal.expect(`refunded  rfd_1  40.00 EUR  pending at gateway  key mine  next: ${next}`)
    assert.equal(await terminal.exit(), 0)
  })

  test('a note tells its own id; so does each row of many, also from the journal', async ({
    assert,
  }) => {
    const note = (id: string, user: string) => ({
      path: `/notes/customer/${user}`,
      status: 201,
      body: { data: { id, customerId: user, body: 'rang' } },
    })
    sandbox.server.breakNext(note('not_1', 'usr_1'), note('not_2', 'usr_2'))
    const bodied = ['--body', 'rang', '--json']
    const one = await sandbox.run(['user', 'note', 'add', 'usr_1', ...bodied])
    assert.containSubset(JSON.parse(one.stdout), { id: 'not_1', of: 'usr_1' })

    const many = await sandbox.run(['user', 'note', 'add', 'usr_2', 'usr_3', ...bodied])
    const rows = [
      { id: 'not_2', of: 'usr_2', outcome: 'noted' },
      { id: null, of: 'usr_3', outcome: 'failed' },
    ]
    assert.equal(many.code, 7)
    assert.containSubset(JSON.parse(many.stdout), rows)
    const [file] = await readdir(sandbox.path('.local/state/souk/runs'))
    const run = file.replace('.jsonl', '')
    const shown = JSON.parse((await sandbox.run(['run', 'show', run, '--json'])).stdout)
    assert.equal(shown.command, 'user note add')
    assert.containSubset(shown.rows, rows)
  })

  test('the question names the act and what it is about', async ({ assert }) => {
    await sandbox.run(['profile', 'edit', 'local', '--protected'])
    for (const [command, question] of [
      [['user', 'sessions', 'revoke', 'usr_1'], 'Revoke sessions: user usr_1.'],
      [['user', 'note', 'add', 'usr_1', '--body', 'x'], 'Add note: user usr_1?'],
      [['user', 'verify-email', 'usr_1'], 'Verify email: user usr_1.'],
      [['order', 'status', 'ord_1', '--to', 'shipped'], 'Take order ord_1 to shipped.'],
      [['admin', 'role', 'usr_1', '--to', 'agent'], 'Change user usr_1: role agent.'],
      [['partner', 'approve', 'prt_1', 'prt_2'], 'Approve 2 partners.'],
      [refund('--amount', '1 EUR', 'ord_2'), 'Create refund: 2 orders.'],
    ] as const) {
      const terminal = sandbox.terminal([...command])
      await terminal.expect(question)
      terminal.type('\u0003')
      assert.equal(await terminal.exit(), 130)
    }
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('a refund asks with what is at stake', async ({ assert }) => {
    for (const [flags, question] of [
      [['--amount', '40.00 EUR'], 'Refund 40.00 of 118.90 EUR to client usr_7'],
      [['--full'], 'Refund 113.90 of 118.90 EUR to client usr_7'],
      [['--lines', 'oln_1'], 'Refund pieces of lines of 118.90 EUR to client usr_7'],
    ] as const) {
      sandbox.server.breakNext(order)
      const terminal = sandbox.terminal(refund(...flags), { columns: 160 })
      await terminal.expect(`${question}. 5.00 EUR refunded so far.`)
      terminal.type('no\r')
      assert.equal(await terminal.exit(), 130)
    }
    assert.isEmpty(sandbox.server.seen('POST', REFUND))
  })

  test('so does a withdrawal, and a name can do no harm', async ({ assert }) => {
    sandbox.server.breakNext(withdrawal, withdrawal)
    const approve = ['withdrawal', 'approve', 'wdr_1', '--reason', 'checked']
    const terminal = sandbox.terminal(approve, { columns: 160 })
    await terminal.expect('Pay 600.00 EUR to Paula Pictures, account •••• 1234. 1 of 2 approvals')
    terminal.type('wdr_1\r')
    await terminal.expect('next: souk withdrawal show wdr_1')
    assert.equal(await terminal.exit(), 0)
    const [sent] = sandbox.server.seen('PUT', 'wdr_1')
    assert.equal(sent.headers['x-reason'], 'checked')
  })

  test('above the refund limit the amount is typed; the id and --yes are not enough', async ({
    assert,
  }) => {
    await limit('100 EUR')
    const cases: [command: string[], object: object, confirm: string][] = [
      [refund('--full'), order, '113.90'],
      [['withdrawal', 'approve', 'wdr_1', '--reason', 'x'], withdrawal, '600.00'],
    ]
    for (const [command, object, amount] of cases) {
      sandbox.server.breakNext(object, object, object)
      const yes = await sandbox.run([...command, '--yes'])
      assert.equal(yes.code, 2)
      assert.include(yes.stderr, `--confirm ${amount}`)
      const byId = await sandbox.run([...command, '--confirm', command[2]])
      assert.equal(byId.code, 2)
      assert.include(byId.stderr, 'is not the amount')

      const terminal = sandbox.terminal(command, { columns: 200 })
      await terminal.expect('That is above 100.00 EUR, the refund limit of this profile.')
      await terminal.expect(`Type the amount to go on (${amount})`)
      terminal.type('\u0003')
      assert.equal(await terminal.exit(), 130)
    }
    assert.isEmpty(sandbox.server.seen('POST', ''))
    assert.isEmpty(sandbox.server.seen('PUT', ''))
  })

  test('below the limit, and without one, everything is as ever', async ({ assert }) => {
    await limit('113.90 EUR')
    const full = refund('--full', '--confirm', 'ord_1')
    sandbox.server.breakNext(order, refunded)
    assert.equal((await sandbox.run(full)).code, 0)
    await sandbox.run(['profile', 'edit', 'local', '--no-refund-limit'])
    sandbox.server.breakNext(refunded)
    assert.equal((await sandbox.run(full)).code, 0)
    assert.lengthOf(sandbox.server.seen('GET', '/orders/ord_1'), 1)
    const wrong = await limit('100')
    assert.equal(wrong.code, 2)
    assert.include(wrong.stderr, '500.00 EUR')
  })

  test('a limit in the file that is no amount is not taken for none', async ({ assert }) => {
    const profile = { apiUrl: sandbox.server.url, refundLimit: '100 EUR' }
    await sandbox.write(
      '.config/souk/config.json',
      JSON.stringify({ profiles: { local: profile } })
    )
    const { code, stderr } = await sandbox.run(refund('--full', '--confirm', 'ord_1'))
    assert.equal(code, 2)
    assert.include(stderr, 'refundLimit')
  })

  test('money and moderation do nothing without a reason', async ({ assert }) => {
    for (const command of [
      ['withdrawal', 'approve', 'wdr_1', '--confirm', 'wdr_1'],
      ['withdrawal', 'pay', 'wdr_1', '--reference', '7', '--confirm', 'wdr_1'],
      ['product', 'approve', 'prd_1'],
      ['product', 'unhide', 'prd_1', '--yes'],
      ['user', 'activate', 'usr_1', '--yes'],
      ['coupon', 'delete', 'cpn_1', '--confirm', 'cpn_1'],
      ['payment', 'reconcile', '--since', '1d', '--yes'],
      ['order', 'create', '--client', 'usr_1', '--items', 'var_1', '--yes'],
    ]) {
      const { code, stderr } = await sandbox.run(command)
      assert.equal(code, 2, command.join(' '))
      assert.include(stderr, 'missing: --reason <text>')
    }
    assert.lengthOf(sandbox.server.requests, 0)
  })
})
