import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartners, submitInquiry } from '#tests/helpers/marketplace'

const PATH = '/api/v1/admin/categories'

async function createdBy(client: any, admin: TestActor, body: object = {}) {
  const answer = await client
    .post(PATH)
    .headers(admin.headers)
    .json({ name: unique('Category '), ...body })
  return answer.body().data
}

test.group('categories.staff.index', () => {
  test('is for staff who keep categories', async ({ client }) => {
    const guest = await client.get(PATH)
    guest.assertStatus(401)
    for (const role of ['client', 'agent'] as const) {
      const answer = await client.get(PATH).headers((await actorOfRole(role)).headers)
      answer.assertStatus(403)
    }
  })

  test('counts the uses, also under the published spelling', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const parent = await createdBy(client, admin, { isActive: false })
    await createdBy(client, admin, { parentId: parent.id })
    const answer = await client.get('/api/admin/category').headers(admin.headers)
    answer.assertStatus(200)
    const line = answer.body().data.find((category: any) => category.id === parent.id)
    assert.deepEqual(line.uses, { partners: 0, inquiries: 0, listings: 0, children: 1 })
    assert.equal(line.depth, 1)
  })
})

test.group('categories.staff.store', () => {
  test('makes the slug from the name, leaves an audit line', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const word = unique('cafe')
    const answer = await client
      .post('/api/admin/category')
      .headers(admin.headers)
      .json({ name: `Café & ${word}` })
    answer.assertStatus(201)
    assert.equal(answer.body().data.slug, `cafe-${word}`)
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: answer.body().data.id, action: 'category.created' })
      .first()
    assert.equal(audit.actor_id, admin.user.id)
  })

  test('names the field of each refusal', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const taken = await createdBy(client, admin)
    const cases: [body: object, field: string][] = [
      [{}, 'name'],
      [{ name: 'x'.repeat(81) }, 'name'],
      [{ name: '---' }, 'slug'],
      [{ name: 'x', slug: 'Not A Slug' }, 'slug'],
      [{ name: 'x', slug: taken.slug }, 'slug'],
      [{ name: 'x', parentId: 'cat_1' }, 'parentId'],
      [{ name: 'x', slug: unique(), parentId: newId('category') }, 'parentId'],
      [{ name: 'x', position: 1e12 }, 'position'],
      [{ name: 'x', isActive: 'yes' }, 'isActive'],
    ]
    for (const [body, field] of cases) {
      const answer = await client.post(PATH).headers(admin.headers).json(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field, JSON.stringify(body))
    }
  })

  test('keeps the tree to five levels', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    let parentId: string | null = null
    for (let depth = 1; depth <= 5; depth++)
      parentId = (await createdBy(client, admin, { parentId })).id
    const sixth = await client
      .post(PATH)
      .headers(admin.headers)
      .json({ name: unique('Sixth '), parentId })
    sixth.assertStatus(422)
    assert.equal(sixth.body().errors[0].rule, 'depth')
  })
})

test.group('categories.staff.update', () => {
  test('changes what is given and nothing else', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const category = await createdBy(client, admin, { description: 'kept' })
    const answer = await client
      .put(`/api/admin/category/${category.id}`)
      .headers(admin.headers)
      .json({ name: 'Renamed', isActive: false })
    answer.assertStatus(200)
    const { name, slug, description, isActive } = answer.body().data
    assert.deepEqual(
      { name, slug, description, isActive },
      {
        name: 'Renamed',
        slug: category.slug,
        description: 'kept',
        isActive: false,
      }
    )
  })

  test('two moves at once make no cycle', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    for (let round = 0; round < 3; round++) {
      const a = await createdBy(client, admin)
      const b = await createdBy(client, admin)
      const move = (id: string, parentId: string) =>
        client.put(`${PATH}/${id}`).headers(admin.headers).json({ parentId })
      const answers = await Promise.all([move(a.id, b.id), move(b.id, a.id)])
      assert.deepEqual(answers.map((answer) => answer.status()).sort(), [200, 422])
    }
  })

  test('answers 404 for a category that does not exist', async ({ client }) => {
    const { headers } = await actorOfRole('admin')
    const answer = await client
      .put(`${PATH}/${newId('category')}`)
      .headers(headers)
      .json({ name: 'x' })
    answer.assertStatus(404)
  })
})

test.group('categories.staff.destroy', () => {
  test('refuses while something is below it, then deletes', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const parent = await createdBy(client, admin)
    const child = await createdBy(client, admin, { parentId: parent.id })
    const refused = await client.delete(`${PATH}/${parent.id}`).headers(admin.headers)
    refused.assertStatus(409)
    const [error] = refused.body().errors
    assert.equal(error.code, 'E_CATEGORY_IN_USE')
    assert.deepEqual(error.uses, { partners: 0, inquiries: 0, listings: 0, children: 1 })

    for (const { id } of [child, parent]) {
      const answer = await client.delete(`/api/admin/category/${id}`).headers(admin.headers)
      answer.assertStatus(204)
    }
    const again = await client.delete(`${PATH}/${parent.id}`).headers(admin.headers)
    again.assertStatus(404)
  })

  test('refuses while partners, inquiries or listings name it', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const [asked, offered] = [await makeCorner(), await makeCorner()]
    await submitInquiry(asked)
    await makePartners(offered, 2)
    const uses = { partners: 0, inquiries: 0, listings: 0, children: 0 }
    for (const [{ categoryId }, expected] of [
      [asked, { ...uses, inquiries: 1 }],
      [offered, { ...uses, partners: 2 }],
      [await makeListing(), { ...uses, listings: 1 }],
    ] as const) {
      const refused = await client.delete(`${PATH}/${categoryId}`).headers(headers)
      refused.assertStatus(409)
      const [error] = refused.body().errors
      assert.deepInclude(error, { code: 'E_CATEGORY_IN_USE', uses: expected })
      const kept = await db.from('categories').where({ id: categoryId }).first()
      assert.isNotNull(kept)
    }
  })
})
