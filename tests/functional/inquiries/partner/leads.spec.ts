import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'

test.group('inquiries.partner.leads.index', () => {
  test('lists own leads, the best match first, in pages', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    await makePartner(corner)
    for (const max of [90_000, 40_000, 70_000])
      await submitInquiry(corner, { budget: { min: 20_000, max, currency: 'EUR' } })

    const first = await client.get('/api/v1/partner/leads?limit=2').headers(partner.headers)
    first.assertStatus(200)
    const second = await client
      .get('/api/v1/partner/leads')
      .qs({ limit: 2, cursor: first.body().meta.nextCursor })
      .headers(partner.headers)
    const found = [...first.body().data, ...second.body().data]
    const stored = await db
      .from('leads')
      .where('partner_id', partner.partnerId)
      .orderBy('score', 'desc')
      .orderBy('id', 'desc')
    assert.lengthOf(stored, 3)
    assert.deepEqual(
      found.map((lead: any) => lead.id),
      stored.map((lead) => lead.id)
    )
    assert.isNull(second.body().meta.nextCursor)
  })

  test('filters by status, and is for partners alone', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { inquiryId, client: owner } = await submitInquiry(corner)
    const leadId = await leadOf(inquiryId, partner.partnerId)
    const list = (status: string) =>
      client.get('/api/v1/partner/leads').qs({ status }).headers(partner.headers)

    assert.equal((await list('pending')).body().data[0].id, leadId)
    assert.isEmpty((await list('quoted')).body().data)
    const wrong = await list('offered')
    wrong.assertStatus(422)
    const broken = await client
      .get('/api/v1/partner/leads?cursor=nonsense')
      .headers(partner.headers)
    broken.assertStatus(400)
    const nobody = await client.get('/api/v1/partner/leads')
    nobody.assertStatus(401)
    const other = await client.get('/api/v1/partner/leads').headers(owner.headers)
    other.assertStatus(403)
  })
})

test.group('inquiries.partner.leads.show', () => {
  test('marks the first look, and shows no contact data', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { inquiryId, client: owner } = await submitInquiry(corner)
    const url = `/api/v1/partner/leads/${await leadOf(inquiryId, partner.partnerId)}`

    const first = await client.get(url).headers(partner.headers)
    first.assertStatus(200)
    const { data } = first.body()
    assert.equal(data.status, 'viewed')
    assert.deepEqual(data.client, { firstName: 'Test', contact: null })
    assert.equal(data.inquiry.title, 'Photos of a wedding')
    assert.notInclude(first.text(), owner.user.email!)
    const second = await client.get(url).headers(partner.headers)
    assert.equal(second.body().data.viewedAt, data.viewedAt)
  })

  test("hides other partners' leads", async ({ client }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const stranger = await makePartner(await makeCorner())
    const { inquiryId } = await submitInquiry(corner)
    const url = `/api/v1/partner/leads/${await leadOf(inquiryId, partner.partnerId)}`

    const foreign = await client.get(url).headers(stranger.headers)
    foreign.assertStatus(404)
    const missing = await client
      .get(`/api/v1/partner/leads/${newId('lead')}`)
      .headers(partner.headers)
    missing.assertStatus(404)
    const nobody = await client.get(url)
    nobody.assertStatus(401)
    const owner = await actorOfRole('client')
    const wrongRole = await client.get(url).headers(owner.headers)
    wrongRole.assertStatus(403)
  })
})
