import { test } from '@japa/runner'
import { forgetCategoryTree } from '#categories/queries/category_tree'
import { actorOfRole, unique } from '#tests/helpers/actors'

test.group('categories.index', () => {
  test('shows the active tree to everybody, and nothing below a hidden category', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const create = async (body: object) =>
      (await client.post('/api/v1/admin/categories').headers(headers).json(body)).body().data
    const parent = await create({ name: unique('Root ') })
    const hidden = await create({ name: unique('Hidden '), parentId: parent.id, isActive: false })
    await create({ name: unique('Deep '), parentId: hidden.id })
    const child = await create({ name: unique('Child '), parentId: parent.id })

    const answer = await client.get('/api/v1/categories')
    answer.assertStatus(200)
    const shown = answer.body().data.find((node: any) => node.id === parent.id)
    assert.deepEqual(
      shown.children.map((node: any) => node.id),
      [child.id]
    )
  })

  test('answers 304 to who has it, and the new tree right after a change', async ({ client }) => {
    const { headers } = await actorOfRole('admin')
    forgetCategoryTree()
    const first = await client.get('/api/v1/categories')
    const etag = first.header('etag')!
    const again = await client.get('/api/v1/categories').header('if-none-match', etag)
    again.assertStatus(304)

    await client
      .post('/api/v1/admin/categories')
      .headers(headers)
      .json({ name: unique('New ') })
    const changed = await client.get('/api/v1/categories').header('if-none-match', etag)
    changed.assertStatus(200)
  })
})
