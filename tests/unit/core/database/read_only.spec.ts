import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { withoutWrites } from '#core/database/read_only'
import { insertRows } from '#core/database/statements'
import { KeptTransaction, write } from '#core/database/write'

class Refused extends Error {}

const row = () => ({ name: `x${crypto.randomUUID()}`, version: 1 })
// a query begins when it is awaited: that must happen inside
const reading = <T>(work: () => PromiseLike<T>) =>
  withoutWrites(
    () => new Refused(),
    async () => await work()
  )

test.group('without writes', () => {
  test('nothing can be written, by whatever way', async ({ assert }) => {
    const table = 'reference_versions'
    const [{ total: before }] = await db.from(table).count('* as total')
    const ways: [string, () => PromiseLike<unknown>][] = [
      ['write', () => write(async () => 'written')],
      ['a kept transaction', () => new KeptTransaction().run(() => write(async () => 'written'))],
      ['an update', () => db.from(table).update({ version: 5 })],
      ['a delete', () => db.from(table).delete()],
      ['an insert', () => db.table(table).insert(row())],
      ['a written insert', () => insertRows(db, table, [row()])],
      ['raw SQL', () => db.rawQuery(`/* x */ DELETE FROM ${table}`)],
      ['a WITH', () => db.rawQuery(`WITH a AS (SELECT 1) DELETE FROM ${table}`)],
      ['a later turn', async () => (await Promise.resolve(), write(async () => 'written'))],
    ]
    for (const [name, way] of ways) {
      const outcome = await reading(way).catch((error: unknown) => error)
      assert.instanceOf(outcome, Refused, name)
    }
    const [{ total }] = await db.from(table).count('* as total')
    assert.equal(total, before)
  })

  test('reading goes on, and so do those who came from elsewhere', async ({ assert }) => {
    const found = await reading(async () => {
      const many = await db.from('regions').select('id').limit(1)
      const raw = await db.rawQuery('WITH a AS (SELECT 1 AS one) SELECT one FROM a')
      return { many, raw }
    })
    assert.isArray(found.many)
    assert.equal(await write(async () => 'written'), 'written')
  })
})
