import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { changesOf, insertRows, rowOf, rowsOf, type Client } from '#core/database/statements'
import { write } from '#core/database/write'
import { unique } from '#tests/helpers/actors'
import { isSqlite } from '#tests/helpers/plans'

const VERSION_OF = 'SELECT version FROM reference_versions WHERE name = ?'

test.group('core/database/statements', () => {
  test('are part of the transaction around them', async ({ assert }) => {
    const [one, other] = [unique('one'), unique('other')]
    await write((trx) => insertRows(trx, 'reference_versions', [{ name: one, version: 1 }]))
    const undone = write(async (trx) => {
      await insertRows(trx, 'reference_versions', [{ name: other, version: 2 }])
      const sql = 'UPDATE reference_versions SET version = version + 1 WHERE name IN (?, ?)'
      assert.equal(await changesOf(trx, sql, one, other), 2)
      throw new Error('undone')
    })
    await assert.rejects(() => undone, 'undone')
    assert.equal(Number((await rowOf(db, VERSION_OF, one))!.version), 1)
    assert.lengthOf(await rowsOf(db, VERSION_OF, other), 0)
  })

  test('a write that may be lost is kept like any other', async ({ assert }) => {
    const name = unique('kept')
    const add = (version: number) =>
      write((trx) => insertRows(trx, 'reference_versions', [{ name, version }]), {
        mayBeLost: true,
      })
    await add(7)
    assert.equal(Number((await rowOf(db, VERSION_OF, name))!.version), 7)
  })

  test('SQLite itself waits for the disk outside of `write` only', async ({ assert }) => {
    const sync = async (client: Client) =>
      (await rowOf(client, 'PRAGMA synchronous'))!.synchronous as number
    const [normal, full] = [1, 2]
    assert.equal(await write((trx) => sync(trx)), normal)
    assert.equal(await sync(db), full)
    await assert.rejects(() => write(() => Promise.reject(new Error('undone'))), 'undone')
    assert.equal(await sync(db), full)
    const trx = await db.transaction()
    assert.equal(await sync(trx), full)
    await trx.commit()
  }).skip(!isSqlite(), 'MySQL has no such setting')
})
