import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { makeCorner, makePartner, makePartners, submitInquiry } from '#tests/helpers/marketplace'

test.group('inquiries.staff.inquiries.index', () => {
  test('explains each match', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { inquiryId, client: owner } = await submitInquiry(corner)
    const agent = await actorOfRole('agent')
    const response = await client
      .get('/api/v1/admin/inquiries')
      .qs({ categoryId: corner.categoryId })
      .headers(agent.headers)
    response.assertStatus(200)
    assert.lengthOf(response.body().data, 1)
    const [inquiry] = response.body().data
    assert.equal(inquiry.id, inquiryId)
    assert.equal(inquiry.client.email, owner.user.email)
    const [lead] = inquiry.leads
    assert.equal(lead.partner.id, partner.partnerId)
    assert.include(lead.match, { rank: 1, ruleVersion: 1 })
    const { rating, responseRate, priceFit, distance, turn } = lead.match.parts
    assert.deepEqual([responseRate, priceFit, distance, turn], [1, 1, 1, 1])
    const sum = 0.35 * rating + 0.2 * responseRate + 0.2 * priceFit + 0.15 * distance + 0.1 * turn
    assert.closeTo(lead.match.score, 1_000_000 * sum, 20)
  })

  test('filters by status, place and what has no partner', async ({ client, assert }) => {
    const corner = await makeCorner()
    const lonely = await submitInquiry(corner)
    await makePartner(corner)
    const matched = await submitInquiry(corner)
    const agent = await actorOfRole('admin')
    const idsOf = async (filters: object) => {
      const response = await client
        .get('/api/v1/admin/inquiries')
        .qs({ locationId: corner.locationId, ...filters })
        .headers(agent.headers)
      response.assertStatus(200)
      return response.body().data.map((inquiry: any) => inquiry.id)
    }
    assert.deepEqual(await idsOf({}), [matched.inquiryId, lonely.inquiryId])
    assert.deepEqual(await idsOf({ status: 'offered' }), [matched.inquiryId])
    assert.deepEqual(await idsOf({ unmatched: true }), [lonely.inquiryId])
    assert.deepEqual(await idsOf({ unmatched: 'true', status: 'offered' }), [])
    assert.deepEqual(await idsOf({ categoryId: newId('category') }), [])
  })

  test('is for staff who work on leads', async ({ client, assert }) => {
    const statuses = []
    for (const role of ['client', 'partner', 'hr', 'dev'] as const) {
      const { headers } = await actorOfRole(role)
      statuses.push((await client.get('/api/v1/admin/inquiries').headers(headers)).status())
    }
    const nobody = await client.get('/api/v1/admin/inquiries')
    assert.deepEqual([...statuses, nobody.status()], [403, 403, 403, 403, 401])
    const { headers } = await actorOfRole('agent')
    const wrong = await client.get('/api/v1/admin/inquiries?categoryId=x').headers(headers)
    wrong.assertStatus(422)
  })

  test('takes the same number of queries for one inquiry and for ten', async ({
    client,
    assert,
  }) => {
    const corner = await makeCorner()
    await makePartners(corner, 5)
    const agent = await actorOfRole('agent')
    const list = async () => {
      let queries = 0
      const count = () => queries++
      const knex = db.connection().getWriteClient()
      knex.on('query', count)
      await client
        .get('/api/v1/admin/inquiries')
        .qs({ categoryId: corner.categoryId })
        .headers(agent.headers)
      knex.removeListener('query', count)
      return queries
    }
    await submitInquiry(corner)
    await list()
    const one = await list()
    assert.isAbove(one, 0)
    for (let i = 0; i < 9; i++) await submitInquiry(corner)
    assert.equal(await list(), one)
  })
})

test.group('inquiries.staff.matchings.store', () => {
  test('fills up the live leads with partners who were not asked yet', async ({
    client,
    assert,
  }) => {
    const corner = await makeCorner()
    const { inquiryId } = await submitInquiry(corner)
    const partners = await makePartners(corner, 7)
    const agent = await actorOfRole('agent')
    const rematch = () =>
      client.post(`/api/v1/admin/inquiries/${inquiryId}/rematch`).headers(agent.headers)

    const first = await rematch()
    first.assertStatus(200)
    assert.include(first.body().data, { status: 'offered', liveLeads: 5 })
    const second = await rematch()
    assert.lengthOf(second.body().data.leads, 5)
    const leads = await db.from('leads').where('inquiry_id', inquiryId).select('partner_id')
    assert.includeMembers(
      partners,
      leads.map((lead) => lead.partner_id)
    )
    const audit = await db.from('audit_entries').where('subject_id', inquiryId).orderBy('id')
    assert.equal(audit[0].action, 'inquiry.rematched')
    assert.equal(audit[0].actor_id, agent.user.id)
  })

  test('refuses a closed one, a missing one, and other people', async ({ client, assert }) => {
    const { inquiryId, client: owner } = await submitInquiry(await makeCorner())
    const agent = await actorOfRole('agent')
    const rematch = (id: string, headers: object) =>
      client.post(`/api/v1/admin/inquiries/${id}/rematch`).headers({ ...headers })
    const statuses = []
    for (const headers of [{}, owner.headers, (await actorOfRole('hr')).headers])
      statuses.push((await rematch(inquiryId, headers)).status())
    assert.deepEqual(statuses, [401, 403, 403])
    const missing = await rematch(newId('inquiry'), agent.headers)
    missing.assertStatus(404)

    await client.put(`/api/v1/inquiries/${inquiryId}/close`).headers(owner.headers)
    const closed = await rematch(inquiryId, agent.headers)
    closed.assertStatus(409)
    assert.include(closed.body().errors[0], { code: 'E_INQUIRY_NOT_OPEN', state: 'closed' })
  })
})
