import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, HOUR } from '#core/support/clock'
import { wrongLoads } from '#inquiries/services/partner_loads'
import ExpireInquiriesTask from '#inquiries/tasks/expire_inquiries_task'
import ExpireLeadsTask from '#inquiries/tasks/expire_leads_task'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import {
  asActor,
  leadOf,
  makeCorner,
  makePartner,
  makePartners,
  submitInquiry,
} from '#tests/helpers/marketplace'

test.group('ExpireLeadsTask', (group) => {
  group.each.teardown(() => clock.reset())

  test('passes a silent lead on after 48 hours, once', async ({ assert }) => {
    const corner = await makeCorner()
    const partners = await makePartners(corner, 7)
    const { inquiryId } = await submitInquiry(corner)
    const statuses = async () => {
      const leads = await db.from('leads').where('inquiry_id', inquiryId).orderBy('rank')
      return leads.map((lead) => lead.status)
    }

    clock.travel(47 * HOUR)
    await new ExpireLeadsTask().run()
    assert.deepEqual(
      await statuses(),
      Array.from({ length: 5 }, () => 'pending')
    )

    clock.travel(2 * HOUR)
    await Promise.all([new ExpireLeadsTask().run(), new ExpireLeadsTask().run()])
    assert.deepEqual(await statuses(), [
      ...Array.from({ length: 5 }, () => 'expired'),
      'pending',
      'pending',
    ])
    assert.isEmpty(await wrongLoads(db, partners))
    const inquiry = await db.from('inquiries').where('id', inquiryId).firstOrFail()
    assert.equal(inquiry.live_leads, 2)
  })
})

test.group('ExpireInquiriesTask', (group) => {
  group.each.teardown(() => clock.reset())

  test('ends what nobody answered for thirty days, and thirty after a quote', async ({
    assert,
  }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const unanswered = await submitInquiry(corner)
    const quoted = await submitInquiry(corner)
    const statusOf = async (id: string) =>
      (await db.from('inquiries').where('id', id).firstOrFail()).status

    clock.travel(29 * DAY)
    const leadId = await leadOf(quoted.inquiryId, partner.partnerId)
    await new RespondToLead().execute({
      actor: asActor(partner),
      leadId,
      quote: { amount: 100, currency: 'EUR' },
      message: 'Sorry for the wait',
    })
    clock.travel(2 * DAY)
    await new ExpireInquiriesTask().run()
    assert.equal(await statusOf(unanswered.inquiryId), 'expired')
    assert.equal(await statusOf(quoted.inquiryId), 'quoted')

    clock.travel(29 * DAY)
    await new ExpireInquiriesTask().run()
    assert.equal(await statusOf(quoted.inquiryId), 'expired')
    const lead = await db.from('leads').where('id', leadId).firstOrFail()
    assert.equal(lead.status, 'expired')
    assert.isEmpty(await wrongLoads(db, [partner.partnerId]))
  })
})
