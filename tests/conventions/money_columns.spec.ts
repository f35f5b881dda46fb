import { test } from '@japa/runner'
import { liveColumns } from '#tests/helpers/scans'

/** Types that cannot hold every cent; FTS5 declares none at all. */
const INEXACT = /real|floa|doub|decimal|numeric|dec\b/
const INTEGER = /^(big|small|medium|tiny)?int(eger)?\b/

/** What is measured, not counted. */
const MEASURED: Record<string, string> = {
  'locations.latitude': 'degrees',
  'locations.longitude': 'degrees',
  'partner_reaches.x': 'a place on the unit sphere',
  'partner_reaches.y': 'a place on the unit sphere',
  'partner_reaches.z': 'a place on the unit sphere',
  'partner_reaches.min_dot': 'the cosine of a radius',
}

/** Columns that hold money, or what part of it somebody has, by their names. */
const MONEY =
  /(^|_)(amount|bps|balance|balance_after|floor|ceiling|budget_(min|max)|rate_(min|max)|free_above|earning_refunded)$/

test.group('the columns of the database', () => {
  test('keep no money in numbers that round', async ({ assert }) => {
    const wrong: string[] = []
    const inexact: string[] = []
    let money = 0
    for (const [table, columns] of await liveColumns())
      for (const [column, type] of columns) {
        const name = `${table}.${column}`
        if (INEXACT.test(type)) inexact.push(name)
        if (!MONEY.test(column)) continue
        money++
        if (!INTEGER.test(type)) wrong.push(`${name}: ${type}`)
      }
    console.log(`  ${money} columns of money, ${inexact.length} that round`)
    assert.deepEqual(wrong, [])
    assert.deepEqual(inexact.sort(), Object.keys(MEASURED).sort())
  })
})
