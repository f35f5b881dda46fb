/*
 * The writes of buying and selling: how hard each asks, what it sends, and what happens when the
 * answer is lost.
 */
import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const euros = (amount: number) => ({ amount, currency: 'EUR' })

/** Writes: the command, what confirms it, the request, and its body. */
const WRITES: [command: string[], confirmed: string[], request: string, body: unknown][] = [
  [
    ['product', 'hide', 'prd_1', '--reason', 'forged'],
    ['--yes'],
    'PUT /admin/listings/prd_1/moderate',
    { decision: 'hide', reason: 'forged' },
  ],
  [
    ['product', 'unhide', 'prd_1', '--reason', 'cleared'],
    ['--yes'],
    'PUT /admin/listings/prd_1/moderate',
    { decision: 'reinstate', reason: 'cleared' },
  ],
  [
    ['order', 'status', 'ord_1', '--to', 'shipped', '--part', 'por_1', '--tracking', 'RR1'],
    ['--yes'],
    'PUT /orders/ord_1/status',
    { status: 'shipped', partnerOrderId: 'por_1', tracking: 'RR1' },
  ],
  [
    ['order', 'cancel', 'ord_1', '--reason', 'twice'],
    ['--yes'],
    'PUT /orders/ord_1/status',
    { status: 'cancelled', reason: 'twice' },
  ],
  [
    [
      ...['order', 'create', '--client', 'usr_1', '--items', 'var_1:2,var_2'],
      ...['--partner', 'prt_1', '--title', 'A logo', '--amount', '250.5', '--currency', 'EUR'],
      ...['--reason', 'by telephone'],
    ],
    ['--yes'],
    'POST /admin/orders',
    {
      clientId: 'usr_1',
      lines: [
        { variantId: 'var_1', quantity: 2 },
        { variantId: 'var_2', quantity: 1 },
        { partnerId: 'prt_1', title: 'A logo', amount: euros(25_050) },
      ],
    },
  ],
  [
    ['refund', 'create', 'ord_1', '--amount', '40.00', '--currency', 'EUR', '--reason', 'scratch'],
    ['--confirm', '40.00'],
    'POST /orders/ord_1/refund',
    { ...euros(4000), reason: 'scratch' },
  ],
  [
    ['refund', 'create', 'ord_1', '--lines', 'oln_1:2,oln_2', '--reason', 'broke'],
    ['--confirm', 'ord_1'],
    'POST /orders/ord_1/refund',
    {
      lines: [
        { lineId: 'oln_1', quantity: 2 },
        { lineId: 'oln_2', quantity: 1 },
      ],
      reason: 'broke',
    },
  ],
  [
    ['refund', 'create', 'ord_1', '--lines', 'oln_1', '--restock', '--reason', 'wrong size'],
    ['--confirm', 'ord_1'],
    'POST /orders/ord_1/refund',
    { lines: [{ lineId: 'oln_1', quantity: 1 }], restock: true, reason: 'wrong size' },
  ],
  [
    ['refund', 'approve', 'rfr_1', '--reason', 'no answer'],
    ['--confirm', 'rfr_1'],
    'PUT /admin/refund-requests/rfr_1',
    { decision: 'approve', reason: 'no answer' },
  ],
  [
    ['refund', 'approve', 'rfr_1', '--amount', '5', '--currency', 'EUR', '--reason', 'half'],
    ['--confirm', 'rfr_1'],
    'PUT /admin/refund-requests/rfr_1',
    { decision: 'approve', ...euros(500), reason: 'half' },
  ],
  [
    ['refund', 'reject', 'rfr_1', '--reason', 'used'],
    ['--yes'],
    'PUT /admin/refund-requests/rfr_1',
    { decision: 'reject', reason: 'used' },
  ],
  [
    ['refund', 'retry', 'rfd_1', '--reason', 'open again'],
    ['--confirm', 'rfd_1'],
    'POST /admin/refunds/rfd_1/retry',
    { reason: 'open again' },
  ],
  [
    ['refund', 'payment', 'pay_1', '--full', '--reason', 'paid twice'],
    ['--confirm', 'pay_1'],
    'POST /admin/payments/pay_1/refund',
    { reason: 'paid twice' },
  ],
  [
    ['refund', 'payment', 'pay_1', '--amount', '40.00', '--currency', 'EUR', '--reason', 'less'],
    ['--confirm', '40.00'],
    'POST /admin/payments/pay_1/refund',
    { ...euros(4000), reason: 'less' },
  ],
  [
    ['dispute', 'resolve', 'dsp_1', '--resolution', 'reject', '--reason', 'as shown'],
    ['--confirm', 'dsp_1'],
    'PUT /admin/disputes/dsp_1',
    { resolution: 'reject', reason: 'as shown' },
  ],
  [
    ['withdrawal', 'approve', 'wdr_1', '--reason', 'checked'],
    ['--confirm', 'wdr_1'],
    'PUT /admin/withdrawals/wdr_1',
    { action: 'approve' },
  ],
  [
    ['withdrawal', 'pay', 'wdr_1', '--reference', 'SEPA 7', '--reason', 'bank run'],
    ['--confirm', 'wdr_1'],
    'PUT /admin/withdrawals/wdr_1',
    { action: 'pay', reference: 'SEPA 7' },
  ],
  [
    ['withdrawal', 'reject', 'wdr_1', '--reason', 'not yours'],
    ['--yes'],
    'PUT /admin/withdrawals/wdr_1',
    { action: 'reject', reason: 'not yours' },
  ],
  [
    ['link', 'create', '--amount', '25', '--currency', 'JPY'],
    ['--yes'],
    'POST /payments/links',
    { amount: { amount: 25, currency: 'JPY' } },
  ],
  [['link', 'cancel', 'plk_1'], ['--yes'], 'PUT /payments/links/plk_1/cancel', undefined],
  [['webhook', 'replay', 'whk_1'], ['--yes'], 'POST /admin/webhook-events/whk_1/replay', undefined],
]

test.group('buying and selling: writes', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('{$i} asks before it writes: {0}')
    .with(WRITES)
    .run(async ({ assert }, [command, confirmed, request, body]) => {
      const [method, path] = request.split(' ')
      const weak = confirmed[0] === '--yes' ? [] : ['--yes']
      const unconfirmed = await sandbox.run([...command, ...weak])
      assert.equal(unconfirmed.code, 2, unconfirmed.stderr)
      assert.include(unconfirmed.stderr, confirmed.join(' '))
      assert.isEmpty(sandbox.server.seen(method, path))

      sandbox.server.breakNext({ path, status: 200, body: { data: { id: 'x_1' } } })
      const done = await sandbox.run([...command, ...confirmed])
      assert.equal(done.code, 0, done.stderr)
      const [sent] = sandbox.server.seen(method, path)
      assert.deepEqual(sent.body, body)
      assert.isString(sent.headers['idempotency-key'])
    })

  test('an amount is exact in its currency, or nothing is sent', async ({ assert }) => {
    const refund = ['refund', 'create', 'ord_1', '--reason', 'x', '--confirm', '4.005', '--amount']
    for (const wrong of [
      ['4.005', '--currency', 'EUR'],
      ['4,00', '--currency', 'EUR'],
      ['4.005'],
      ['4.005', '--currency', 'EUR', '--full'],
      ['4.00 EUR', '--currency', 'USD'],
      ['4.005 EUR'],
    ])
      assert.equal((await sandbox.run([...refund, ...wrong])).code, 2)
    const order = ['order', 'create', '--client', 'usr_1', '--reason', 'x', '--yes']
    assert.equal((await sandbox.run(order)).code, 2)
    assert.equal((await sandbox.run([...order, '--title', 'A logo'])).code, 2)
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('a refund whose answer is lost names its key, and is repeated by it', async ({ assert }) => {
    const path = '/orders/ord_1/refund'
    const refund = [
      ...['refund', 'create', 'ord_1', '--full', '--reason', 'x', '--confirm', 'ord_1'],
      ...['--retries', '0'],
    ]
    sandbox.server.breakNext({ path, drop: 'before' })
    const lost = await sandbox.run(refund)
    assert.equal(lost.code, 6)
    const [first] = sandbox.server.seen('POST', path)
    const key = first.headers['idempotency-key'] as string
    assert.include(lost.stderr, key)
    sandbox.server.breakNext({ path, status: 201, body: { data: { id: 'rfd_1' } } })
    assert.equal((await sandbox.run([...refund, '--idempotency-key', key])).code, 0)
    assert.equal(sandbox.server.seen('POST', path)[1].headers['idempotency-key'], key)
  })
})
