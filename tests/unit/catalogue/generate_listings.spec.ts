import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { generateListings } from '#catalogue/services/generate_listings'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'

test.group('generateListings', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('makes what lists can show, with books that agree', async ({ assert }) => {
    await makePartner(await makeCorner())
    await db.from('stock_moves').delete()
    const before = new Set((await db.from('listings').select('id')).map((row) => row.id))
    const reports: number[] = []
    await generateListings(300, 7, (done) => reports.push(done))
    assert.deepEqual(reports.at(-1), 300)
    const made = (await db.from('listings').select('id', 'kind', 'is_public')).filter(
      (row) => !before.has(row.id)
    )
    assert.lengthOf(made, 300)
    assert.sameMembers([...new Set(made.map((row) => row.kind))], ['product', 'package', 'event'])
    assert.isAbove(made.filter((row) => Number(row.is_public) === 1).length, 250)
    const ids = made.map((row) => row.id)
    const variants = await db.from('variants').whereIn('listing_id', ids)
    const moves = await db.from('stock_moves').select('variant_id', 'quantity')
    const moved = new Map(moves.map((move) => [move.variant_id, Number(move.quantity)]))
    assert.isTrue(variants.every((row) => (moved.get(row.id) ?? 0) === Number(row.on_hand)))
  })
})
