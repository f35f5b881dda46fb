import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { noteBy } from '#tests/helpers/customers'

const notesOn = (userId: string) => `/api/v1/notes/customer/${userId}`
const bodiesOf = (rows: { body: string }[]) => rows.map(({ body }) => body)

test.group('clients.notes', () => {
  test('are kept with their author, pinned ones first, page by page', async ({
    client,
    assert,
  }) => {
    const agent = await actorOfRole('agent', { name: 'Ada' })
    const admin = await actorOfRole('admin')
    const { user } = await actorOfRole('partner')
    const add = async (headers: object, body: object) => {
      const response = await client
        .post(notesOn(user.id))
        .headers(headers as Record<string, string>)
        .json(body)
      response.assertStatus(201)
      return response.body().data
    }
    const first = await add(agent.headers, { body: 'first', isPinned: true })
    assert.containSubset(first, {
      customerId: user.id,
      author: { id: agent.user.id, name: 'Ada' },
      isPinned: true,
      isEdited: false,
      editedAt: null,
    })
    await add(admin.headers, { body: 'second' })
    await add(agent.headers, { body: 'third' })
    const list = async (qs: object = {}) => {
      const response = await client.get(notesOn(user.id)).qs(qs).headers(admin.headers)
      response.assertStatus(200)
      return response.body()
    }
    assert.deepEqual(bodiesOf((await list()).data), ['first', 'third', 'second'])
    const page = await list({ limit: 2 })
    assert.deepEqual(bodiesOf(page.data), ['first', 'third'])
    const { data } = await list({ limit: 2, cursor: page.meta.nextCursor })
    assert.deepEqual(bodiesOf(data), ['second'])
  })

  test('are changed and removed by their author alone', async ({ client, assert }) => {
    const agent = await actorOfRole('agent')
    const senior = await actorOfRole('senior_admin')
    const { noteId, client: owner } = await noteBy(agent, 'as it was')
    const url = `/api/v1/notes/${noteId}`
    const row = () => db.from('notes').where('id', noteId).first()
    const put = (headers: Record<string, string>, body: object) =>
      client.put(url).headers(headers).json(body)
    ;(await put(senior.headers, { body: 'mine now' })).assertStatus(404)
    ;(await client.delete(url).headers(senior.headers)).assertStatus(404)
    assert.equal((await row()).body, 'as it was')

    const pinned = (await put(agent.headers, { isPinned: true })).body().data
    assert.include(pinned, { isPinned: true, isEdited: false, body: 'as it was' })
    const edited = (await put(agent.headers, { body: 'as it is' })).body().data
    assert.include(edited, { isPinned: true, isEdited: true, body: 'as it is' })
    assert.isString(edited.editedAt)

    ;(await client.delete(url).headers(agent.headers)).assertStatus(204)
    assert.notExists(await row())
    ;(await client.delete(url).headers(agent.headers)).assertStatus(404)
    const trail = await db.from('audit_entries').where('subject_id', owner.user.id).orderBy('id')
    assert.deepEqual(
      trail.map(({ action }) => action).filter((action) => action.startsWith('note.')),
      ['note.added', 'note.changed', 'note.changed', 'note.removed']
    )
    assert.notInclude(JSON.stringify(trail), 'as it')
  })

  test('take no other author, subject or time from the body', async ({ client, assert }) => {
    const agent = await actorOfRole('agent')
    const other = await actorOfRole('client')
    const { noteId, client: owner } = await noteBy(agent)
    const planted = {
      id: 'not_x',
      userId: other.user.id,
      user_id: other.user.id,
      customerId: other.user.id,
      authorId: other.user.id,
      author_id: other.user.id,
      createdAt: 1,
      created_at: 1,
      editedAt: 1,
    }
    const put = await client
      .put(`/api/v1/notes/${noteId}`)
      .headers(agent.headers)
      .json({ body: 'new', ...planted })
    put.assertStatus(200)
    const post = await client
      .post(notesOn(owner.user.id))
      .headers(agent.headers)
      .json({ body: 'new', ...planted })
    post.assertStatus(201)
    for (const { id } of [put.body().data, post.body().data]) {
      const row = await db.from('notes').where({ id }).first()
      assert.include(row, { user_id: owner.user.id, author_id: agent.user.id })
      assert.isAbove(Number(row.created_at), 1)
    }
    assert.isEmpty(await db.from('notes').where('user_id', other.user.id))
  })

  test('are never shown to the person, and are about no staff', async ({ client, assert }) => {
    const agent = await actorOfRole('agent')
    const secret = 'is rude on the phone'
    const { client: owner, noteId } = await noteBy(agent, secret)
    for (const path of ['user/profile', 'user/notifications', 'user/email-logs', 'auth/sessions']) {
      const response = await client.get(`/api/v1/${path}`).headers(owner.headers)
      response.assertStatus(200)
      assert.notInclude(response.text(), secret)
    }
    ;(await client.get(notesOn(owner.user.id)).headers(owner.headers)).assertStatus(403)
    const own = await client
      .put(`/api/v1/notes/${noteId}`)
      .headers(owner.headers)
      .json({ body: 'x' })
    own.assertStatus(403)
    const staffed = notesOn(agent.user.id)
    ;(await client.get(staffed).headers(agent.headers)).assertStatus(404)
    ;(await client.post(staffed).headers(agent.headers).json({ body: 'x' })).assertStatus(404)
    const empty = client.post(notesOn(owner.user.id)).headers(agent.headers).json({ body: '  ' })
    ;(await empty).assertStatus(422)
  })
})
