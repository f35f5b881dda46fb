/*
 * The nouns of buying and selling: what is asked of the API and shown, the queue by keyboard, bulk
 * runs and files. Writes are in commerce_writes.spec.ts.
 */
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const page = (...data: object[]) => ({ data, meta: { nextCursor: null, limit: 20 } })
const euros = (amount: number) => ({ amount, currency: 'EUR' })

const LISTING = {
  id: 'prd_1',
  kind: 'product',
  title: 'A lamp',
  partner: { id: 'prt_1', businessName: 'Ada' },
  prices: [
    { currency: 'EUR', min: 900, max: 1500 },
    { currency: 'JPY', min: 700, max: 700 },
  ],
  moderation: 'pending',
  status: 'active',
  createdAt: '2026-01-31T09:05:00.000Z',
}

const ORDER = {
  id: 'ord_1',
  number: 'S-1',
  status: 'placed',
  total: euros(4772),
  refunded: euros(0),
  partnerOrders: [
    {
      id: 'por_1',
      status: 'placed',
      partner: { businessName: 'Ada' },
      lines: [{ id: 'oln_1', title: 'A lamp', options: { colour: 'blue' }, quantity: 2 }],
    },
  ],
  history: [{ partnerOrderId: 'por_1', from: 'accepted', to: 'shipped', reason: 'by bike' }],
}

/** The lists that take a window of time, by their nouns. */
const PATHS: Record<string, string> = {
  dispute: '/admin/disputes',
  review: '/admin/reviews',
  coupon: '/coupons',
  product: '/admin/listings',
}

/** The command, the path that it asks, its answer, and what comes out into a pipe. */
type Read = [command: string, path: string, body: object, shown: string[]]

const READS: Read[] = [
  [
    'product list --moderation pending --kind product --search lamp',
    '/admin/listings?moderation=pending&kind=product&q=lamp',
    page(LISTING),
    ['prd_1\tproduct\tA lamp\tAda\t9.00 – 15.00 EUR, 700 JPY\tpending'],
  ],
  ['product show pkg_1', '/packages/pkg_1', { data: LISTING }, ['title\tA lamp']],
  ['product show evt_1', '/events/evt_1', { data: LISTING }, ['moderation\tpending']],
  [
    'order list --status placed --client usr_1',
    '/admin/orders?status=placed&clientId=usr_1',
    page(ORDER),
    ['ord_1\tS-1\tplaced\t47.72 EUR\t0.00 EUR\tAda'],
  ],
  [
    'order list --source manual --min 1000 --max 2000.50 --currency eur',
    '/admin/orders?source=manual&currency=EUR&minAmount=100000&maxAmount=200050',
    page(ORDER),
    ['ord_1\tS-1\tplaced'],
  ],
  ['order show ord_1', '/orders/ord_1', { data: ORDER }, ['lines.0.title\tA lamp', '\tblue']],
  ['order timeline ord_1', '/orders/ord_1', { data: ORDER }, ['por_1\taccepted\tshipped', 'bike']],
  [
    'payment show pay_1',
    '/admin/payments/pay_1',
    { data: { id: 'pay_1', gateway: 'stripe', amount: euros(100) } },
    ['gateway\tstripe', 'amount\t1.00 EUR'],
  ],
  [
    'webhook show whk_1',
    '/admin/webhook-events/whk_1',
    { data: { id: 'whk_1', state: 'dead', lastError: 'unknown payment' } },
    ['lastError\tunknown payment'],
  ],
  [
    'refund list --status failed --order ord_1',
    '/admin/refunds?status=failed&orderId=ord_1',
    page({ id: 'rfd_1', amount: euros(250), status: 'failed', orderId: 'ord_1' }),
    ['rfd_1\t2.50 EUR\tfailed\tord_1'],
  ],
  [
    'refund list --gateway stripe --currency EUR --min 40 --since 2026-01-31',
    '/admin/refunds?gateway=stripe&currency=EUR&minAmount=4000&since=2026-01-31T00:00:00.000Z',
    page({ id: 'rfd_1', amount: euros(4000), status: 'failed', orderId: 'ord_1' }),
    ['rfd_1\t40.00 EUR\tfailed\tord_1'],
  ],
  [
    'refund show rfd_1',
    '/admin/refunds/rfd_1',
    { data: { id: 'rfd_1', shares: [{ partnerOrderId: 'por_1', partner: euros(90) }], lines: [] } },
    ['shares.0.partner\t0.90 EUR'],
  ],
  [
    'refund requests --status open --partner prt_1 --until 2026-11-20',
    '/admin/refund-requests?status=open&partnerId=prt_1&until=2026-11-20T00%3A00%3A00.000Z',
    page({ id: 'rfr_1', amount: euros(250), status: 'open', orderNumber: 'S-1' }),
    ['rfr_1\t2.50 EUR\topen\tS-1'],
  ],
  [
    'refund request rfr_1',
    '/admin/refund-requests/rfr_1',
    { data: { id: 'rfr_1', answer: 'It did not', lines: [{ lineId: 'oln_1', quantity: 1 }] } },
    ['answer\tIt did not', 'lines.0.lineId\toln_1'],
  ],
  ...Object.entries(PATHS).map(([noun, path]): Read => [
    `${noun} list --since 2026-01-31 --until 2026-02-28`,
    `${path}?since=2026-01-31T00:00:00.000Z&until=2026-02-28T00:00:00.000Z`,
    page(),
    [],
  ]),
  [
    'dispute show dsp_1',
    '/admin/disputes/dsp_1',
    { data: { id: 'dsp_1', status: 'open', reason: 'broken' } },
    ['reason\tbroken'],
  ],
  [
    'withdrawal show wdr_1',
    '/admin/withdrawals/wdr_1',
    {
      data: {
        id: 'wdr_1',
        approvals: [{ staff: { id: 'usr_1', name: 'Dana' }, at: null }],
        approvalsNeeded: 2,
        payTo: { accountNumber: 'DE89' },
      },
    },
    ['approvals\t1 of 2', 'payTo.accountNumber\tDE89', 'approvals.0.staff.name\tDana'],
  ],
  [
    'partner balance prt_1',
    '/admin/partners/prt_1/balance',
    { data: [{ currency: 'EUR', pending: euros(5), available: euros(1250), debt: euros(0) }] },
    ['EUR\t0.05 EUR\t12.50 EUR'],
  ],
  [
    'partner transactions prt_1 --currency EUR --since 2026-01-31',
    '/admin/partners/prt_1/transactions?currency=EUR&from=2026-01-31T00:00:00.000Z',
    page({ description: 'Sale', account: 'pending', amount: euros(-5), balanceAfter: euros(0) }),
    ['\tSale\tpending\t-0.05 EUR\t0.00 EUR'],
  ],
]

test.group('buying and selling', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('{$i} reads: {0}')
    .with(READS)
    .run(async ({ assert }, [command, path, body, shown]) => {
      const [plain, query] = path.split('?')
      sandbox.server.breakNext({ path: plain, status: 200, body })
      const { code, stdout, stderr } = await sandbox.run(command.split(' '))
      assert.equal(code, 0, stderr)
      for (const text of shown) assert.include(stdout, text)
      const [asked] = sandbox.server.seen('GET', plain)
      for (const [name, value] of new URLSearchParams(query))
        assert.equal(asked.query.get(name), value)
    })

  test('listings of a file are hidden row by row, and what failed can be gone on with', async ({
    assert,
  }) => {
    const file = await sandbox.write('ids.txt', 'prd_1\nprd_2\n')
    const hide = ['product', 'hide', '--from', file, '--reason', 'recalled', '--concurrency', '1']
    assert.equal((await sandbox.run([...hide, '--yes'])).code, 2)
    sandbox.server.breakNext({ path: 'prd_1', status: 200, body: { data: { title: 'A lamp' } } })
    const { code, stdout } = await sandbox.run([...hide, '--confirm', '2'])
    assert.equal(code, 7)
    assert.match(stdout, /^hidden\tprd_1\tA lamp.*\nfailed\tprd_2\t/)
    const runs = await sandbox.run(['run', 'list', '--json'])
    assert.lengthOf(JSON.parse(runs.stdout), 1)
  })

  test('the queue of listings is gone through by keys', async ({ assert }) => {
    const listing = (id: string, title: string) => ({ ...LISTING, id, title })
    const server = sandbox.server
    const [lamp, chair] = [listing('prd_1', 'A lamp'), listing('pkg_1', 'A chair')]
    server.breakNext(
      { path: '/products/prd_1', status: 200, body: { data: lamp } },
      { path: '/packages/pkg_1', status: 200, body: { data: chair } },
      { path: '/prd_1/moderate', status: 200, body: { data: lamp } },
      { path: '/pkg_1/moderate', status: 200, body: { data: chair } },
      { path: '/admin/listings', status: 200, body: page(lamp, chair) }
    )
    const review = sandbox.terminal(['product', 'review'])
    await review.expect('A lamp: [a]pprove')
    review.type('a')
    await review.expect('approved  prd_1  A lamp')
    await review.expect('A chair: [a]pprove')
    review.type('h')
    await review.expect('Reason')
    review.type('a forged brand\r')
    await review.expect('hidden  pkg_1  A chair')
    await review.expect('1 approved, 1 hidden, 0 skipped')
    assert.equal(await review.exit(), 0)
    assert.deepEqual(server.seen('GET', '/admin/listings')[0].query.get('moderation'), 'pending')
    assert.deepEqual(
      server.seen('PUT', '/moderate').map(({ body }) => body),
      [{ decision: 'approve' }, { decision: 'hide', reason: 'a forged brand' }]
    )
  })

  test('an invoice and an export are kept as they came, never over another file', async ({
    assert,
  }) => {
    const file = sandbox.path('orders.csv')
    const answer = { status: 200, headers: { 'content-type': 'text/csv' }, body: 'id,number\n' }
    sandbox.server.breakNext({ ...answer, path: '/orders/export' })
    const args = ['order', 'export', '--status', 'placed', '--output', file]
    const saved = await sandbox.run([...args, '--json'])
    assert.equal(saved.code, 0, saved.stderr)
    assert.containSubset(JSON.parse(saved.stdout), { file, contentType: 'text/csv', size: 10 })
    assert.equal(await sandbox.read('orders.csv'), 'id,number\n')
    assert.equal(sandbox.server.seen('GET', '/export')[0].query.get('status'), 'placed')

    sandbox.server.breakNext({ ...answer, path: '/ord_1/invoice' })
    assert.equal((await sandbox.run(['order', 'invoice', 'ord_1', '--output', file])).code, 2)
    assert.equal(await sandbox.read('orders.csv'), 'id,number\n')
    sandbox.server.breakNext({ ...answer, path: '/ord_1/invoice' })
    const piped = await sandbox.run(['order', 'invoice', 'ord_1', '--output', '-'])
    assert.equal(piped.stdout, 'id,number\n')
  })
})
