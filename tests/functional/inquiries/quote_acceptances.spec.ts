import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { wrongLoads } from '#inquiries/services/partner_loads'
import { actorOfRole } from '#tests/helpers/actors'
import {
  leadOf,
  makeCorner,
  makePartner,
  submitInquiry,
  type TestPartner,
} from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

async function quotedInquiry(client: any, quoting: number, silent = 0) {
  const corner = await makeCorner()
  const partners: TestPartner[] = []
  for (let i = 0; i < quoting + silent; i++) partners.push(await makePartner(corner))
  const { client: owner, inquiryId } = await submitInquiry(corner)
  const leads = await Promise.all(partners.map(({ partnerId }) => leadOf(inquiryId, partnerId)))
  for (let i = 0; i < quoting; i++) {
    const response = await client
      .post(`/api/v1/partner/leads/${leads[i]}/respond`)
      .headers(partners[i].headers)
      .json({ quote: { amount: 25_000 + i, currency: 'EUR' }, message: 'Gladly' })
    response.assertStatus(200)
  }
  return { corner, partners, owner, inquiryId, leads }
}

test.group('inquiries.acceptances.store', () => {
  test('takes one quote; the others lose and everybody is told', async ({ client, assert }) => {
    const { partners, owner, inquiryId, leads } = await quotedInquiry(client, 2, 1)
    const accepted = await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${leads[1]}`)
      .headers(owner.headers)
    accepted.assertStatus(200)
    const { data } = accepted.body()
    assert.equal(data.status, 'accepted')
    assert.equal(data.acceptedLeadId, leads[1])
    const statuses = new Map(data.leads.map((lead: any) => [lead.id, lead.status]))
    assert.deepEqual(
      leads.map((lead) => statuses.get(lead)),
      ['lost', 'won', 'withdrawn']
    )
    assert.isEmpty(
      await wrongLoads(
        db,
        partners.map((partner) => partner.partnerId)
      )
    )

    const won = await client.get(`/api/v1/partner/leads/${leads[1]}`).headers(partners[1].headers)
    assert.deepEqual(won.body().data.client.contact, {
      name: owner.user.name,
      email: owner.user.email,
      phone: null,
    })
    await drainOutbox()
    assert.include((await mailsTo(partners[1].user.email!)).at(-1), 'was accepted')
    const told = await db.from('notifications').where({ user_id: partners[0].user.id })
    assert.include(
      told.map((entry) => entry.kind),
      'lead_ended'
    )
  })

  test('two acceptances at once have one winner', async ({ client, assert }) => {
    const { owner, inquiryId, leads } = await quotedInquiry(client, 2)
    const answers = await Promise.all(
      [...leads, ...leads].map((lead) =>
        client.post(`/api/v1/inquiries/${inquiryId}/accept/${lead}`).headers(owner.headers)
      )
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 409, 409, 409])
    const refused = answers.find((answer) => answer.status() === 409)!
    assert.include(refused.body().errors[0], { code: 'E_INQUIRY_NOT_OPEN', state: 'accepted' })
    const won = await db.from('leads').where({ inquiry_id: inquiryId, status: 'won' })
    assert.lengthOf(won, 1)
  })

  test('refuses a lead without a quote, also beside one with a quote', async ({
    client,
    assert,
  }) => {
    const none = await quotedInquiry(client, 0, 1)
    const some = await quotedInquiry(client, 1, 1)
    for (const [{ inquiryId, owner }, lead] of [
      [none, none.leads[0]],
      [some, some.leads[1]],
    ] as const) {
      const response = await client
        .post(`/api/v1/inquiries/${inquiryId}/accept/${lead}`)
        .headers(owner.headers)
      response.assertStatus(409)
      assert.include(response.body().errors[0], { code: 'E_LEAD_NOT_QUOTED', state: 'pending' })
    }
    const inquiry = await db.from('inquiries').where('id', some.inquiryId).firstOrFail()
    assert.equal(inquiry.status, 'quoted')
  })

  test('refuses a partner who was suspended after quoting', async ({ client, assert }) => {
    const { partners, owner, inquiryId, leads } = await quotedInquiry(client, 1)
    await db.from('partners').where('id', partners[0].partnerId).update({ status: 'suspended' })
    const response = await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${leads[0]}`)
      .headers(owner.headers)
    response.assertStatus(409)
    assert.include(response.body().errors[0], { code: 'E_PARTNER_NOT_APPROVED' })
  })

  test("hides other people's inquiries and leads", async ({ client }) => {
    const own = await quotedInquiry(client, 1)
    const other = await quotedInquiry(client, 1)
    const partner = await actorOfRole('partner')
    const attempts = [
      [401, own.inquiryId, own.leads[0], {}],
      [403, own.inquiryId, own.leads[0], partner.headers],
      [404, own.inquiryId, own.leads[0], other.owner.headers],
      [404, own.inquiryId, other.leads[0], own.owner.headers],
      [404, own.inquiryId, newId('lead'), own.owner.headers],
    ] as const
    for (const [status, inquiryId, leadId, headers] of attempts) {
      const response = await client
        .post(`/api/v1/inquiries/${inquiryId}/accept/${leadId}`)
        .headers({ ...headers })
      response.assertStatus(status)
    }
  })
})
