import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import LookAtBooks from '#integrity/actions/look_at_books'
import CheckIntegrity, { type IntegrityReport } from '#integrity/queries/check_integrity'
import { BooksUnsound } from '#ledger/errors'
import { assertBooksSound } from '#ledger/services/brake'
import { makeListing } from '#tests/helpers/catalogue'
import { placePaidOrder } from '#tests/helpers/shopping'

/** Names of the invariants that say something about a row. */
function namesAbout(report: IntegrityReport, id: string | number): string[] {
  return report.invariants
    .filter(({ examples }) => examples.some((example) => example.id === String(id)))
    .map(({ name }) => name)
}

interface Gap {
  invariant: string
  table: string
  id: string
  column: string
}

/** An order that was paid, and one row of each kind that belongs to it. */
async function paidOrder() {
  const { variantId } = await makeListing({ stock: 5 })
  const { orderId, parts } = await placePaidOrder([variantId])
  const partnerId = parts[0].part.partner_id
  const account = await db
    .from('ledger_accounts')
    .where({ kind: 'partner_pending', owner_id: partnerId })
    .firstOrFail()
  return { orderId, partId: parts[0].part.id, variantId, accountId: String(account.id) }
}

test.group('CheckIntegrity', () => {
  test('says nothing about an order that was paid as it should be', async ({ assert }) => {
    const { orderId, partId, variantId, accountId } = await paidOrder()
    const report = await new CheckIntegrity().execute()
    // the payment of this test has no row of its own: the books alone know of it
    assert.deepEqual(namesAbout(report, orderId), ['orders.paid_is_booked'])
    for (const id of [partId, variantId, accountId]) assert.deepEqual(namesAbout(report, id), [])
    const zero = report.invariants.find(({ name }) => name === 'ledger.zero')!
    assert.equal(zero.differences, 0)
  })

  test('names every planted gap', async ({ assert }) => {
    const made = await paidOrder()
    const gaps: Gap[] = [
      { invariant: 'stock.moves_add_up', table: 'variants', id: made.variantId, column: 'on_hand' },
      {
        invariant: 'orders.refunds_add_up',
        table: 'orders',
        id: made.orderId,
        column: 'refunded_amount',
      },
      {
        invariant: 'orders.lines_add_up',
        table: 'partner_orders',
        id: made.partId,
        column: 'total_amount',
      },
      {
        invariant: 'orders.shares_add_up',
        table: 'partner_orders',
        id: made.partId,
        column: 'earning_amount',
      },
      {
        invariant: 'ledger.balances_match',
        table: 'ledger_accounts',
        id: made.accountId,
        column: 'balance',
      },
    ]
    for (const { invariant, table, id, column } of gaps) {
      await db.from(table).where({ id }).increment(column, 1)
      const report = await new CheckIntegrity().execute()
      assert.include(namesAbout(report, id), invariant)
      assert.isFalse(report.isSound)
      await db.from(table).where({ id }).decrement(column, 1)
    }
  }).timeout(60_000)

  test('a finding stops money from leaving until it is gone', async ({ assert, cleanup }) => {
    cleanup(async () => {
      await db.from('integrity_findings').delete()
    })
    await db.from('integrity_findings').delete()
    await assertBooksSound(db)
    const { variantId } = await paidOrder()
    await db.from('variants').where('id', variantId).increment('on_hand', 1)
    await new LookAtBooks().execute()
    await db.from('variants').where('id', variantId).decrement('on_hand', 1)
    const found = await db
      .from('integrity_findings')
      .where('invariant', 'stock.moves_add_up')
      .firstOrFail()
    assert.isAtMost(Number(found.found_at), clock.now())
    await assert.rejects(() => assertBooksSound(db), new BooksUnsound().message)
  }).timeout(60_000)
})
