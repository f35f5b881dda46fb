import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { InsufficientFunds } from '#ledger/errors'
import { creditSettled, debitSettled, partnerBalances } from '#ledger/services/partner_money'
import { post, type Entry } from '#ledger/services/post'

let facts = 0

/** Books a fact that nobody booked before. */
function book(entries: Entry[], currency = 'EUR') {
  const posting = { kind: 'test', refType: 'test', refId: `${newId('job')}${facts++}`, currency }
  return write((trx) => post(trx, { ...posting, entries }))
}

/** Money that a partner may withdraw. */
async function fund(partnerId: string, amount: number) {
  await book([
    { account: 'bank', amount: 0 - amount },
    { account: 'partner_available', ownerId: partnerId, amount },
  ])
}

async function balanceOf(partnerId: string) {
  const [balance] = await partnerBalances(db.connection(), partnerId)
  return balance
}

test.group('post', () => {
  test('books a fact once, with balances', async ({ assert }) => {
    const partnerId = newId('partner')
    const refId = newId('payment')
    const booked = () =>
      write((trx) =>
        post(trx, {
          kind: 'payment_captured',
          refType: 'payment',
          refId,
          currency: 'EUR',
          entries: [
            { account: 'gateway', ownerId: 'test', amount: -1_000 },
            { account: 'partner_pending', ownerId: partnerId, amount: 850 },
            { account: 'platform_revenue', amount: 150 },
            { account: 'tax', amount: 0 },
          ],
        })
      )
    assert.isTrue(await booked())
    assert.isFalse(await booked())
    assert.equal((await balanceOf(partnerId)).pending, 850)
    const entries = await db
      .from('ledger_entries')
      .join('ledger_transactions', 'ledger_transactions.id', 'ledger_entries.transaction_id')
      .where('ref_id', refId)
      .select('amount', 'status')
    assert.lengthOf(entries, 3)
    assert.isTrue(entries.every(({ status }) => status === 'posted'))
  })

  test('refuses what does not balance, and writes nothing', async ({ assert }) => {
    const partnerId = newId('partner')
    await assert.rejects(() =>
      book([{ account: 'partner_pending', ownerId: partnerId, amount: 1 }])
    )
    await assert.rejects(() =>
      book([
        { account: 'bank', amount: -2 },
        { account: 'partner_pending', ownerId: partnerId, amount: 1 },
      ])
    )
    assert.isUndefined(await balanceOf(partnerId))
  })

  test('never takes more than there is: one of fifty at once', async ({ assert }) => {
    const partnerId = newId('partner')
    await fund(partnerId, 100)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        book([
          { account: 'partner_available', ownerId: partnerId, amount: -80 },
          { account: 'withdrawal_hold', ownerId: partnerId, amount: 80 },
        ])
      )
    )
    const refused = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && outcome.reason instanceof InsufficientFunds
    )
    assert.lengthOf(refused, 49)
    const { available, held } = await balanceOf(partnerId)
    assert.deepEqual([available, held], [20, 80])
  }).timeout(60_000)

  test('keeps every total at zero through 600 random movements of forty at once', async ({
    assert,
  }) => {
    const partners = Array.from({ length: 8 }, () => newId('partner'))
    for (const partnerId of partners) await fund(partnerId, 10_000)
    const pick = () => partners[Math.floor(Math.random() * partners.length)]
    const mover = async () => {
      for (let turn = 0; turn < 15; turn++) {
        const amount = 1 + Math.floor(Math.random() * 4_000)
        const [from, to] = [pick(), pick()]
        if (from === to) continue
        await book([
          { account: 'partner_available', ownerId: from, amount: 0 - amount },
          { account: 'partner_available', ownerId: to, amount },
        ]).catch((error) => {
          if (!(error instanceof InsufficientFunds)) throw error
        })
      }
    }
    await Promise.all(Array.from({ length: 40 }, mover))
    const balances = await Promise.all(partners.map(balanceOf))
    assert.equal(
      balances.reduce((total, { available }) => total + available, 0),
      80_000
    )
    assert.isTrue(balances.every(({ available }) => available >= 0))
    const [{ total }] = await db
      .from('ledger_accounts')
      .where('currency', 'EUR')
      .sum('balance as total')
    assert.equal(Number(total), 0)
  }).timeout(120_000)
})

test.group('the books themselves', () => {
  test('refuse a change, a deletion, a late entry and a wrong currency', async ({ assert }) => {
    const partnerId = newId('partner')
    await fund(partnerId, 5)
    const entry = await db.from('ledger_entries').orderBy('id', 'desc').firstOrFail()
    const change = { amount: Number(entry.amount) + 1 }
    await assert.rejects(() => db.from('ledger_entries').where('id', entry.id).update(change))
    await assert.rejects(() => db.from('ledger_entries').where('id', entry.id).delete())
    await assert.rejects(() =>
      db.table('ledger_entries').insert({ ...entry, id: undefined, seq: 9 })
    )
    await assert.rejects(() =>
      db.from('ledger_transactions').where('id', entry.transaction_id).update({ status: 'open' })
    )
    const open = {
      kind: 'test',
      ref_type: 'test',
      ref_id: newId('job'),
      status: 'open',
      created_at: 1,
    }
    await write(async (trx) => {
      const [id] = await trx
        .insertQuery()
        .table('ledger_transactions')
        .insert({ ...open, currency: 'JPY' })
      await assert.rejects(() =>
        trx
          .insertQuery()
          .table('ledger_entries')
          .insert({ ...entry, id: undefined, transaction_id: id, seq: 1 })
      )
      throw new Error('undo')
    }).catch((error) => assert.equal(error.message, 'undo'))
  })
})

test.group('a partner’s settled money', () => {
  test('is taken from what is available, then owed, and repaid by the next sale', async ({
    assert,
  }) => {
    const partnerId = newId('partner')
    await fund(partnerId, 100)
    const settle = (amount: number) =>
      write(async (trx) => {
        const entries =
          amount > 0
            ? await creditSettled(trx, partnerId, 'EUR', amount)
            : await debitSettled(trx, partnerId, 'EUR', 0 - amount)
        const posting = { kind: 'test', refType: 'test', refId: newId('job'), currency: 'EUR' }
        await post(trx, {
          ...posting,
          entries: [{ account: 'bank', amount: 0 - amount }, ...entries],
        })
      })
    await settle(-250)
    assert.include(await balanceOf(partnerId), { available: 0, debt: 150 })
    await settle(100)
    assert.include(await balanceOf(partnerId), { available: 0, debt: 50 })
    await settle(80)
    assert.include(await balanceOf(partnerId), { available: 30, debt: 0 })
  })
})
