import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { InvalidCursor } from '#core/errors'
import { keysetPage, type PageRequest } from '#core/support/page'
import { unique } from '#tests/helpers/actors'
import { plantJob } from '#tests/helpers/jobs'
import { planOf } from '#tests/helpers/plans'

interface Row {
  id: string
  available_at: number
}

function page(queue: string, request: PageRequest, direction: 'asc' | 'desc' = 'asc') {
  return keysetPage<Row>(
    db.from('outbox').where({ queue, state: 'done' }).select('id', 'available_at'),
    request,
    [
      { column: 'available_at', direction, valueOf: (row) => Number(row.available_at) },
      { column: 'id', direction, valueOf: (row) => row.id },
    ]
  )
}

test.group('keysetPage', () => {
  for (const direction of ['asc', 'desc'] as const)
    test(`ties are neither repeated nor left out (${direction})`, async ({ assert }) => {
      const queue = unique('q')
      for (let i = 0; i < 11; i++)
        await plantJob({ queue, state: 'done', available_at: 100 + Math.floor(i / 5) })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { rows, meta } = await page(queue, { limit: 3, cursor }, direction)
        seen.push(...rows.map((row) => row.id))
        cursor = meta.nextCursor ?? undefined
      } while (cursor)
      assert.lengthOf(seen, 11)
      assert.lengthOf(new Set(seen), 11)
      assert.deepEqual(seen, direction === 'asc' ? seen.toSorted() : seen.toSorted().reverse())
    })

  test('a last page that is full says that it is the last', async ({ assert }) => {
    const queue = unique('q')
    for (let i = 0; i < 3; i++) await plantJob({ queue, state: 'done' })
    assert.isNull((await page(queue, { limit: 3 })).meta.nextCursor)
  })

  test('says how many rows there are when it is asked, on every page', async ({ assert }) => {
    const queue = unique('q')
    for (let i = 0; i < 5; i++) await plantJob({ queue, state: 'done', available_at: 100 + i })
    const first = await page(queue, { limit: 2, count: true })
    assert.equal(first.meta.total, 5)
    const next = { limit: 2, cursor: first.meta.nextCursor!, count: true }
    assert.equal((await page(queue, next)).meta.total, 5)
    assert.isUndefined((await page(queue, { limit: 2 })).meta.total)
  })

  test('refuses cursors of any other make', async ({ assert }) => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cursors = ['x', '%%%', forged(1), forged([1]), forged([1, null]), forged([[], {}])]
    for (const cursor of [...cursors, forged({ length: 2 }), forged([1, 'a', 'b'])])
      await assert.rejects(() => page('q', { limit: 1, cursor }), InvalidCursor as any)
  })

  test('later pages start from the index', async ({ assert }) => {
    const queue = unique('q')
    for (let i = 0; i < 30; i++) await plantJob({ queue, state: 'done', available_at: i })
    const query = db
      .from('outbox')
      .where({ queue, state: 'done' })
      .where('available_at', '>=', 5)
      .orderBy('available_at')
      .orderBy('id')
      .limit(3)
    const plan = await planOf('outbox', query)
    assert.match(plan, /outbox_queue_state_available_at_id_index/)
    assert.notMatch(plan, /TEMP B-TREE|filesort/i)
  })
})
