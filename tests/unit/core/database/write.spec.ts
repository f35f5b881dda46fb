import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { insertedOnce } from '#core/database/conditional'
import { isDuplicate, isRetryable, isUnavailable } from '#core/database/driver_errors'
import { KeptTransaction, write } from '#core/database/write'
import { ServiceUnavailable } from '#core/errors'
import { unique } from '#tests/helpers/actors'
import { isSqlite } from '#tests/helpers/plans'

function counter(subject: string, used = 0) {
  return { subject, kind: 'test', window_no: 0, used, expires_at: 1 }
}

const usedBy = async (subject: string) =>
  Number((await db.from('usage_counters').where({ subject }).first())?.used ?? -1)

const busy = () =>
  Object.assign(new Error('busy'), isSqlite() ? { code: 'SQLITE_BUSY' } : { errno: 1213 })

test.group('write', () => {
  test('commits what it returns from, rolls back what throws', async ({ assert }) => {
    const [kept, lost] = [unique(), unique()]
    await write((trx) => trx.insertQuery().table('usage_counters').insert(counter(kept)))
    await assert.rejects(() =>
      write(async (trx) => {
        await trx.insertQuery().table('usage_counters').insert(counter(lost))
        throw new Error('no')
      })
    )
    assert.equal(await usedBy(kept), 0)
    assert.equal(await usedBy(lost), -1)
  })

  test('joins the transaction around it', async ({ assert }) => {
    const subject = unique()
    await assert.rejects(() =>
      write(async (outer) => {
        await write(async (inner) => {
          assert.strictEqual(inner, outer)
          await inner.insertQuery().table('usage_counters').insert(counter(subject))
        })
        throw new Error('no')
      })
    )
    assert.equal(await usedBy(subject), -1)
  })

  test('runs the whole work again when the database is busy', async ({ assert }) => {
    const subject = unique()
    let tries = 0
    await write(async (trx) => {
      await trx.insertQuery().table('usage_counters').insert(counter(subject, ++tries))
      if (tries < 4) throw busy()
    })
    assert.equal(await usedBy(subject), 4)
  })

  test('gives up with 503 after six attempts', async ({ assert }) => {
    let tries = 0
    const error = await write(async () => {
      tries++
      throw busy()
    }).catch((thrown) => thrown)
    assert.instanceOf(error, ServiceUnavailable)
    assert.equal(error.status, 503)
    assert.equal(tries, 6)
  })

  test('a query beside the transaction fails', async ({ assert }) => {
    await assert.rejects(
      () => write(async () => db.from('usage_counters').first()),
      /outside the transaction/
    )
  })

  test('a hundred increments at once lose none', async ({ assert }) => {
    const subject = unique()
    await write((trx) => trx.insertQuery().table('usage_counters').insert(counter(subject)))
    await Promise.all(
      Array.from({ length: 100 }, () =>
        write((trx) =>
          trx
            .from('usage_counters')
            .where({ subject })
            .update({ used: trx.raw('used + 1') })
        )
      )
    )
    assert.equal(await usedBy(subject), 100)
  })

  test('transactions that lock each other both end', async ({ assert }) => {
    const [a, b] = [unique(), unique()]
    for (const subject of [a, b])
      await write((trx) => trx.insertQuery().table('usage_counters').insert(counter(subject)))
    const bump = (first: string, second: string) =>
      write(async (trx) => {
        for (const subject of [first, second])
          await trx
            .from('usage_counters')
            .where({ subject })
            .update({ used: trx.raw('used + 1') })
      })
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? bump(a, b) : bump(b, a))))
    assert.deepEqual([await usedBy(a), await usedBy(b)], [20, 20])
  })

  test('a connection that is lost half-way says why, and the next one works', async ({
    assert,
  }) => {
    const error = await write(async (trx) => {
      const [[{ id }]] = await trx.rawQuery('SELECT CONNECTION_ID() AS id')
      await trx.rawQuery(`KILL ${id}`)
    }).catch((thrown) => thrown)
    assert.isTrue(isUnavailable(error), `${error.code} ${error.errno} ${error.message}`)
    assert.equal(await usedBy('nobody'), -1)
  }).skip(() => process.env.DB_CONNECTION !== 'mysql', 'SQLite has no connection to lose')
})

test.group('insertedOnce', () => {
  test('lets one of fifty in, and spoils no transaction', async ({ assert }) => {
    const subject = unique()
    const verdicts = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        write(async (trx) => {
          const isFirst = await insertedOnce(trx, 'usage_counters', counter(subject))
          const own = counter(`${subject}-${i}`)
          return isFirst || !(await insertedOnce(trx, 'usage_counters', own))
        })
      )
    )
    assert.lengthOf(verdicts.filter(Boolean), 1)
    const rows = await db.from('usage_counters').where('subject', 'like', `${subject}-%`)
    assert.lengthOf(rows, 49)
  })

  test('tells a duplicate by number, not by words', async ({ assert }) => {
    assert.isTrue(isDuplicate({ errno: 1062 }))
    assert.isTrue(isDuplicate({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }))
    assert.isFalse(isDuplicate(new Error('Duplicate entry')))
    assert.isTrue(isRetryable({ code: 'SQLITE_BUSY_SNAPSHOT' }))
    assert.isTrue(isRetryable({ errno: 1020 }))
    assert.isFalse(isRetryable(new Error('deadlock')))
  })
})

test.group('KeptTransaction', () => {
  test('reads between writes see them, others do not until it commits', async ({ assert }) => {
    const subject = unique()
    const kept = new KeptTransaction()
    await kept.run(async () => {
      await write((trx) => trx.insertQuery().table('usage_counters').insert(counter(subject, 7)))
      assert.equal(await usedBy(subject), 7)
      await assert.rejects(() =>
        write(async (trx) => {
          await trx.from('usage_counters').where({ subject }).update({ used: 8 })
          throw new Error('no')
        })
      )
      assert.equal(await usedBy(subject), 7)
    })
    await kept.rollback()
    assert.equal(await usedBy(subject), -1)
  })
})
