/*
 * Names that people know from elsewhere, times of lists, and lists inside an object: what is asked
 * of the server.
 */
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const SHOWN = { status: 200, body: { data: { id: 'x_1' } } }
const LISTED = { status: 200, body: { data: [], meta: { nextCursor: null } } }
const DAY = '2026-01-31'

/** A command, and what it asks for beyond the size of a page. */
const QUERIES: [command: string[], path: string, query: Record<string, string>][] = [
  [['order', 'list', '--buyer', 'usr_1'], '/admin/orders', { clientId: 'usr_1' }],
  [['order', 'list', '--seller', 'prt_1'], '/admin/orders', { partnerId: 'prt_1' }],
  [['product', 'list', '--seller', 'prt_1'], '/admin/listings', { partnerId: 'prt_1' }],
  [['product', 'list', '--status', 'pending'], '/admin/listings', { moderation: 'pending' }],
  [
    ['product', 'list', '--status', 'live'],
    '/admin/listings',
    { moderation: 'approved', status: 'active' },
  ],
  [['product', 'list', '--status', 'hidden'], '/admin/listings', { moderation: 'hidden' }],
  [['product', 'list', '--status', 'draft'], '/admin/listings', { status: 'draft' }],
  [['webhook', 'list', '--status', 'failed'], '/admin/webhook-events', { state: 'dead' }],
  [['webhook', 'list', '--state', 'parked'], '/admin/webhook-events', { state: 'parked' }],
  [
    ['user', 'list', '--since', DAY, '--until', DAY],
    '/admin/customers',
    { createdSince: `${DAY}T00:00:00.000Z`, createdUntil: `${DAY}T00:00:00.000Z` },
  ],
  [
    ['partner', 'transactions', 'prt_1', '--since', DAY, '--until', DAY],
    '/admin/partners/prt_1/transactions',
    { from: `${DAY}T00:00:00.000Z`, until: `${DAY}T00:00:00.000Z` },
  ],
  ...(['order list', 'audit list', 'impersonate logs'] as const).map(
    (command): (typeof QUERIES)[0] => [
      [...command.split(' '), '--since', DAY, '--until', DAY],
      {
        'order list': '/admin/orders',
        'audit list': '/admin/action-logs',
        'impersonate logs': '/admin/impersonate/logs',
      }[command],
      { since: `${DAY}T00:00:00.000Z`, until: `${DAY}T00:00:00.000Z` },
    ]
  ),
]

test.group('other names, times, and lists inside an object', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('{$i} asks for what was meant: {0}')
    .with(QUERIES)
    .run(async ({ assert }, [command, path, expected]) => {
      sandbox.server.breakNext({ path, ...LISTED })
      const { code, stderr } = await sandbox.run(command)
      assert.equal(code, 0, stderr)
      const { limit, count, ...query } = Object.fromEntries(
        sandbox.server.seen('GET', path)[0].query
      )
      assert.deepEqual(query, expected)
    })

  test('other names of a verb do the same', async ({ assert }) => {
    sandbox.server.breakNext(SHOWN, SHOWN)
    const paid = ['withdrawal', 'mark-paid', 'wdr_1', '--reference', '7', '--reason', 'x']
    assert.equal((await sandbox.run([...paid, '--confirm', 'wdr_1'])).code, 0)
    assert.deepEqual(sandbox.server.seen('PUT', 'wdr_1')[0].body, { action: 'pay', reference: '7' })
    const refused = ['product', 'reject', 'prd_1', '--reason', 'forged', '--yes']
    assert.equal((await sandbox.run(refused)).code, 0)
    assert.equal(sandbox.server.seen('PUT', 'prd_1')[0].body.decision, 'hide')
  })

  test('a file is kept where --out or -o says', async ({ assert }) => {
    for (const [index, flag] of ['--output', '--out', '-o'].entries()) {
      sandbox.server.breakNext({ path: '/invoice', status: 200, body: '%PDF' })
      const file = sandbox.path(`${index}.pdf`)
      const { code, stderr } = await sandbox.run(['order', 'invoice', 'ord_1', flag, file])
      assert.equal(code, 0, stderr)
      assert.equal(await sandbox.read(`${index}.pdf`), '%PDF')
    }
  })

  test('other names are not in the help, and two names at once are refused', async ({ assert }) => {
    for (const command of ['order list', 'order invoice', 'product list', 'webhook list']) {
      const { stdout } = await sandbox.run([...command.split(' '), '--help'])
      assert.notMatch(stdout, /--buyer|--seller|--out\b|-o\b|\bfailed\b|\blive\b/, command)
    }
    const both = ['order', 'list', '--client', 'usr_1', '--buyer', 'usr_2']
    assert.equal((await sandbox.run(both)).code, 2)
    assert.equal((await sandbox.run(['product', 'list', '--status', 'gone'])).code, 2)
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('every call of an impersonation is shown, however many pages', async ({ assert }) => {
    const page = (numbers: number[], nextCursor: string | null) => ({
      path: '/admin/impersonate/logs/imp_1',
      status: 200,
      body: {
        data: {
          id: 'imp_1',
          notes: [],
          requests: numbers.map((at) => ({ path: `/orders/${at}` })),
        },
        meta: { nextCursor },
      },
    })
    const first = Array.from({ length: 100 }, (_, at) => at)
    sandbox.server.breakNext(page(first, 'c100'), page([100, 101], null))
    const { code, stdout } = await sandbox.run(['impersonate', 'show', 'imp_1', '--json'])
    assert.equal(code, 0)
    assert.lengthOf(JSON.parse(stdout).requests, 102)
    const cursors = sandbox.server.seen('GET', 'imp_1').map(({ query }) => query.get('cursor'))
    assert.deepEqual(cursors, [null, 'c100'])
  })

  test('partners are put forward and back', async ({ assert }) => {
    const path = '/admin/partners/prt_1/feature'
    for (const [verb, featured] of [
      ['feature', true],
      ['unfeature', false],
    ] as const) {
      sandbox.server.breakNext({ path, status: 200, body: { data: { businessName: 'Paula' } } })
      const { stdout } = await sandbox.run(['partner', verb, 'prt_1'])
      assert.equal(stdout, `${verb}d\tprt_1\tPaula\t\t\n`)
      assert.deepEqual(sandbox.server.seen('PUT', path).at(-1)?.body, { featured })
    }
  })
})
