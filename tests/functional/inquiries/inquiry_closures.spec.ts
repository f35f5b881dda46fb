import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { wrongLoads } from '#inquiries/services/partner_loads'
import { actorOfRole } from '#tests/helpers/actors'
import { leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'

test.group('inquiries.closures.store', () => {
  test('ends the live leads and frees their partners', async ({ client, assert }) => {
    const corner = await makeCorner()
    const silent = await makePartner(corner)
    const quoting = await makePartner(corner)
    const { client: owner, inquiryId } = await submitInquiry(corner)
    const lead = await leadOf(inquiryId, quoting.partnerId)
    const quoted = await client
      .post(`/api/v1/partner/leads/${lead}/respond`)
      .headers(quoting.headers)
      .json({ quote: { amount: 100, currency: 'EUR' }, message: 'Gladly' })
    quoted.assertStatus(200)

    const url = `/api/v1/inquiries/${inquiryId}/close`
    const stranger = await actorOfRole('client')
    const foreign = await client.put(url).headers(stranger.headers)
    foreign.assertStatus(404)
    const closed = await client.put(url).headers(owner.headers)
    closed.assertStatus(200)
    assert.equal(closed.body().data.status, 'closed')
    assert.deepEqual(
      closed.body().data.leads.map((own: any) => own.status),
      ['withdrawn', 'withdrawn']
    )

    const partners = [silent.partnerId, quoting.partnerId]
    assert.isEmpty(await wrongLoads(db, partners))
    const { open_leads: open } = await db.from('partners').where('id', partners[0]).firstOrFail()
    assert.equal(open, 0)
    const again = await client.put(url).headers(owner.headers)
    again.assertStatus(409)
    assert.include(again.body().errors[0], { code: 'E_INQUIRY_NOT_OPEN', state: 'closed' })
    await drainOutbox()
    const feed = await db
      .from('notifications')
      .where({ user_id: silent.user.id, kind: 'lead_ended' })
    assert.lengthOf(feed, 1)
  })

  test('is for clients alone', async ({ client }) => {
    const { inquiryId } = await submitInquiry(await makeCorner())
    const nobody = await client.put(`/api/v1/inquiries/${inquiryId}/close`)
    nobody.assertStatus(401)
    const agent = await actorOfRole('agent')
    const staff = await client.put(`/api/v1/inquiries/${inquiryId}/close`).headers(agent.headers)
    staff.assertStatus(403)
  })
})
