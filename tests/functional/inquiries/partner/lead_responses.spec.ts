import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY } from '#core/support/clock'
import ExpireLead from '#inquiries/actions/expire_lead'
import { wrongLoads } from '#inquiries/services/partner_loads'
import { actorOfRole } from '#tests/helpers/actors'
import { leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

const answer = { quote: { amount: 30_000, currency: 'EUR' }, message: 'With an album.' }

async function oneLead() {
  const corner = await makeCorner()
  const partner = await makePartner(corner)
  const { inquiryId, client: owner } = await submitInquiry(corner)
  const leadId = await leadOf(inquiryId, partner.partnerId)
  return { corner, partner, owner, inquiryId, leadId, url: `/api/v1/partner/leads/${leadId}` }
}

test.group('inquiries.partner.responses.store', () => {
  test('quotes, and the client sees and hears of it', async ({ client, assert }) => {
    const { partner, owner, inquiryId, url } = await oneLead()
    const response = await client.post(`${url}/respond`).headers(partner.headers).json(answer)
    response.assertStatus(200)
    assert.include(response.body().data, { status: 'quoted', message: 'With an album.' })
    assert.deepEqual(response.body().data.quote, answer.quote)
    assert.isEmpty(await wrongLoads(db, [partner.partnerId]))

    const seen = await client.get(`/api/v1/inquiries/${inquiryId}`).headers(owner.headers)
    assert.equal(seen.body().data.status, 'quoted')
    assert.deepEqual(seen.body().data.leads[0].quote, answer.quote)
    await drainOutbox()
    assert.include((await mailsTo(owner.user.email!)).at(-1), '300.00 EUR')
  })

  test('refuses a second answer, and one after the end', async ({ client, assert }) => {
    const twice = await oneLead()
    const respond = ({ url, partner }: typeof twice) =>
      client.post(`${url}/respond`).headers(partner.headers).json(answer)
    await respond(twice)
    const second = await respond(twice)
    second.assertStatus(409)
    assert.include(second.body().errors[0], { code: 'E_LEAD_NOT_OPEN', state: 'quoted' })

    const closed = await oneLead()
    await client.put(`/api/v1/inquiries/${closed.inquiryId}/close`).headers(closed.owner.headers)
    const late = await respond(closed)
    late.assertStatus(409)
    assert.include(late.body().errors[0], { code: 'E_INQUIRY_NOT_OPEN', state: 'closed' })
  })

  test('refuses another currency, bad amounts and too much text', async ({ client, assert }) => {
    const { partner, url } = await oneLead()
    const wrong = [
      ['quote.currency', { ...answer, quote: { amount: 1, currency: 'USD' } }],
      ['quote.amount', { ...answer, quote: { amount: 0, currency: 'EUR' } }],
      ['quote.amount', { ...answer, quote: { amount: 1e300, currency: 'EUR' } }],
      ['quote.amount', { ...answer, quote: { amount: '5', currency: 'EUR' } }],
      ['quote', { message: 'x' }],
      ['message', { quote: answer.quote, message: 'x'.repeat(5001) }],
      ['message', { quote: answer.quote }],
    ] as const
    for (const [field, body] of wrong) {
      const response = await client.post(`${url}/respond`).headers(partner.headers).json(body)
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
  })

  test("hides other partners' leads, and a suspended partner may not quote", async ({
    client,
    assert,
  }) => {
    const { partner, owner, url } = await oneLead()
    const stranger = await makePartner(await makeCorner())
    const post = (headers: object) =>
      client
        .post(`${url}/respond`)
        .headers({ ...headers })
        .json(answer)
    const statuses = []
    for (const headers of [{}, owner.headers, stranger.headers])
      statuses.push((await post(headers)).status())
    assert.deepEqual(statuses, [401, 403, 404])

    await db.from('partners').where('id', partner.partnerId).update({ status: 'suspended' })
    const suspended = await post(partner.headers)
    suspended.assertStatus(409)
    assert.equal(suspended.body().errors[0].code, 'E_PARTNER_NOT_APPROVED')
  })

  test('an answer and the expiry at once have one winner', async ({ client, assert }) => {
    for (let round = 0; round < 4; round++) {
      const { partner, leadId, url } = await oneLead()
      await db
        .from('leads')
        .where('id', leadId)
        .update({ due_at: clock.now() - DAY })
      const [response, hasExpired] = await Promise.all([
        client.post(`${url}/respond`).headers(partner.headers).json(answer),
        new ExpireLead().execute({ leadId }),
      ])
      assert.equal(response.status() === 200, !hasExpired)
      const lead = await db.from('leads').where('id', leadId).firstOrFail()
      assert.equal(lead.status, hasExpired ? 'expired' : 'quoted')
      assert.isEmpty(await wrongLoads(db, [partner.partnerId]))
    }
  })
})

test.group('inquiries.partner.refusals.store', () => {
  test('declines, and the next best partner gets the inquiry', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partners = []
    for (let i = 0; i < 6; i++)
      partners.push(await makePartner(corner, { rating_sum: 5 * i, rating_count: i }))
    const { inquiryId } = await submitInquiry(corner)
    const best = partners[5]
    const leadId = await leadOf(inquiryId, best.partnerId)

    const declined = await client
      .put(`/api/v1/partner/leads/${leadId}/decline`)
      .headers(best.headers)
      .json({ reason: 'On holiday' })
    declined.assertStatus(200)
    assert.include(declined.body().data, { status: 'declined', declineReason: 'On holiday' })
    const next = await db
      .from('leads')
      .where({ inquiry_id: inquiryId, partner_id: partners[0].partnerId })
      .firstOrFail()
    assert.include(next, { status: 'pending', rank: 6 })
    assert.isEmpty(
      await wrongLoads(
        db,
        partners.map((partner) => partner.partnerId)
      )
    )
    const inquiry = await db.from('inquiries').where('id', inquiryId).firstOrFail()
    assert.equal(inquiry.live_leads, 5)

    const again = await client
      .put(`/api/v1/partner/leads/${leadId}/decline`)
      .headers(best.headers)
      .json({})
    again.assertStatus(409)
    assert.include(again.body().errors[0], { state: 'declined' })
  })

  test('leaves an inquiry that all declined to staff', async ({ client, assert }) => {
    const { partner, owner, url, inquiryId } = await oneLead()
    const statuses = []
    for (const headers of [{}, owner.headers, (await makePartner(await makeCorner())).headers])
      statuses.push((await client.put(`${url}/decline`).headers({ ...headers })).status())
    assert.deepEqual(statuses, [401, 403, 404])
    const tooLong = await client
      .put(`${url}/decline`)
      .headers(partner.headers)
      .json({ reason: 'x'.repeat(1001) })
    tooLong.assertStatus(422)

    const declined = await client.put(`${url}/decline`).headers(partner.headers)
    declined.assertStatus(200)
    const admin = await actorOfRole('agent')
    const unmatched = await client
      .get('/api/v1/admin/inquiries?unmatched=true')
      .headers(admin.headers)
    assert.equal(unmatched.body().data[0].id, inquiryId)
  })
})
