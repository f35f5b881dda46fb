import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'
import CloseInquiry from '#inquiries/actions/close_inquiry'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'
import { wrongLoads } from '#inquiries/services/partner_loads'
import { mendReach } from '#partners/tasks/mend_reach_task'
import { actorOfRole } from '#tests/helpers/actors'
import {
  asActor,
  inquiryIn,
  makeCorner,
  makePartners,
  submitInquiry,
} from '#tests/helpers/marketplace'

test.group('SubmitInquiry', (group) => {
  group.each.teardown(() => clock.reset())

  test('twenty at once never lift a partner over the cap', async ({ assert }) => {
    const corner = await makeCorner()
    const nearlyFull = await makePartners(corner, 5, () => ({ rating_sum: 500, rating_count: 100 }))
    await db
      .from('partners')
      .whereIn('id', nearlyFull)
      .update({ open_leads: 19, leads_offered: 19, leads_answered: 0 })
    await mendReach(nearlyFull)
    const roomy = await makePartners(corner, 10)
    const clients = []
    for (let i = 0; i < 20; i++) clients.push(asActor(await actorOfRole('client')))

    const answers = await Promise.all(
      clients.map((actor) => new SubmitInquiry().execute({ actor, ...inquiryIn(corner) }))
    )

    assert.deepEqual([...new Set(answers.map(({ leads }) => leads.length))], [5])
    const full = await db.from('partners').whereIn('id', nearlyFull).select('open_leads')
    assert.deepEqual(
      full.map((partner) => partner.open_leads),
      [20, 20, 20, 20, 20]
    )
    const rest = await db.from('partners').whereIn('id', roomy).select('open_leads')
    const given = rest.reduce((sum, partner) => sum + partner.open_leads, 0)
    assert.equal(given, 20 * 5 - 5)
    assert.isAtMost(Math.max(...rest.map((partner) => partner.open_leads)), 20)
    assert.isEmpty(await wrongLoads(db, roomy))
    assert.isEmpty(await mendReach([...nearlyFull, ...roomy]))
  }).timeout(240_000)

  test('gives equal partners equal turns', async ({ assert }) => {
    const corner = await makeCorner()
    const partners = await makePartners(corner, 23)
    const submitted = 184
    let owner = await actorOfRole('client')
    for (let i = 0; i < submitted; i++) {
      if (i % 20 === 0) owner = await actorOfRole('client')
      const actor = asActor(owner)
      const { inquiry } = await new SubmitInquiry().execute({ actor, ...inquiryIn(corner) })
      if (i % 3 > 0) await new CloseInquiry().execute({ actor, inquiryId: inquiry.id })
      clock.travel((i % 7) * SECOND)
    }
    const counts = await db
      .from('leads')
      .whereIn('partner_id', partners)
      .groupBy('partner_id')
      .count('* as leads')
    const mean = (submitted * 5) / partners.length
    const most = Math.max(...counts.map((row) => Number(row.leads)))
    assert.lengthOf(counts, partners.length)
    assert.isAtMost(most, 1.2 * mean)
    assert.isEmpty(await wrongLoads(db, partners))
  }).timeout(240_000)

  test('asks only partners who are approved, open, active and not full', async ({ assert }) => {
    const corner = await makeCorner()
    await makePartners(corner, 1, () => ({ status: 'suspended' }))
    await makePartners(corner, 1, () => ({ availability: 'busy' }))
    await makePartners(corner, 1, () => ({ open_leads: 20 }))
    await makePartners(corner, 1, () => ({ rate_currency: null }))
    const [good, banned, stale] = await makePartners(corner, 3)
    const { user_id: userId } = await db.from('partners').where('id', banned).firstOrFail()
    await db.from('users').where('id', userId).update({ status: 'banned' })
    await db.from('partners').where('id', stale).update({ availability: 'away' })

    const { inquiryId } = await submitInquiry(corner)
    const leads = await db.from('leads').where('inquiry_id', inquiryId)
    assert.deepEqual(
      leads.map((lead) => lead.partner_id),
      [good]
    )
  })

  test('keeps nothing when the transaction fails', async ({ assert }) => {
    const corner = await makeCorner()
    const partners = await makePartners(corner, 2)
    const actor = asActor(await actorOfRole('client'))
    const attempt = write(async () => {
      await new SubmitInquiry().execute({ actor, ...inquiryIn(corner) })
      throw new Error('the disk is on fire')
    })
    await assert.rejects(() => attempt, 'the disk is on fire')
    assert.isEmpty(await db.from('inquiries').where('client_id', actor.id))
    assert.isEmpty(await wrongLoads(db, partners))
    assert.isEmpty(await mendReach(partners))
  })
})
