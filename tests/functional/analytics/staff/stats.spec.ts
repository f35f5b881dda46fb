import { test } from '@japa/runner'
import { actorOfRole } from '#tests/helpers/actors'

test.group('analytics.staff.stats.show', () => {
  test('is for staff who read figures', async ({ client }) => {
    const guest = await client.get('/api/v1/admin/stats')
    guest.assertStatus(401)
    for (const role of ['client', 'partner', 'agent', 'hr', 'dev'] as const) {
      const answer = await client
        .get('/api/v1/admin/stats')
        .headers((await actorOfRole(role)).headers)
      answer.assertStatus(403)
    }
  })

  test('counts accounts as they come', async ({ client, assert }) => {
    const { headers } = await actorOfRole('senior_dev')
    const usersNow = async () => {
      const answer = await client.get('/api/v1/admin/stats').headers(headers)
      answer.assertStatus(200)
      return answer.body().data.users.client ?? 0
    }
    const before = await usersNow()
    await actorOfRole('client')
    assert.equal(await usersNow(), before + 1)
  })
})
