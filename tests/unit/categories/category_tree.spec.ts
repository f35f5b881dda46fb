import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { categoryTree, forgetCategoryTree } from '#categories/queries/category_tree'
import { CategoryTree, type CategoryNode } from '#categories/services/tree'
import { raiseVersion } from '#core/database/reference_versions'
import { write } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'

function node(id: string, parentId: string | null, isActive = true): CategoryNode {
  return { id, parentId, name: id, slug: id, description: null, position: 0, isActive }
}

test.group('CategoryTree', () => {
  const tree = new CategoryTree(
    [node('a', null), node('b', 'a', false), node('c', 'b'), node('d', 'a'), node('e', null)],
    1
  )

  test('knows what is above and below', ({ assert }) => {
    assert.deepEqual(tree.ancestorsOf('c'), ['b', 'a'])
    assert.deepEqual(tree.descendantsOf('a'), ['b', 'd', 'c'])
    assert.deepEqual(tree.descendantsOf('nobody'), [])
    assert.equal(tree.depthOf('c'), 3)
    assert.equal(tree.heightOf('a'), 3)
  })

  test('what stands below a hidden category is not on offer', ({ assert }) => {
    assert.isTrue(tree.isActive('d'))
    assert.isFalse(tree.isActive('c'))
    assert.isFalse(tree.isActive('nobody'))
  })
})

test.group('categoryTree', (group) => {
  group.each.teardown(() => clock.reset())

  test("sees another process's change after two seconds", async ({ assert }) => {
    forgetCategoryTree()
    const [first] = (await categoryTree()).childrenOf(null)
    const description = unique()
    await write(async (trx) => {
      await raiseVersion(trx, 'categories')
      await trx.from('categories').where({ id: first.id }).update({ description })
    })
    clock.travel(2 * SECOND)
    assert.equal((await categoryTree()).get(first.id)!.description, description)
  })

  test('works inside a transaction while others ask too', async ({ assert }) => {
    forgetCategoryTree()
    const inside = write(async () => (await categoryTree()).size)
    const sizes = await Promise.all([
      inside,
      ...[1, 2, 3].map(async () => (await categoryTree()).size),
    ])
    const [{ total }] = await db.from('categories').count('* as total')
    assert.deepEqual(
      sizes,
      [1, 2, 3, 4].map(() => Number(total))
    )
  })
})
