import { test } from '@japa/runner'
import sharp from 'sharp'
import type { ApiClient } from '@japa/api-client'
import { unique, PASSWORD, actorOfRole } from '#tests/helpers/actors'
import { inquiryIn, makeCorner } from '#tests/helpers/marketplace'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'

/** Signs up as people do, with the code from the mail. */
async function signUp(client: ApiClient, role: 'client' | 'partner', name: string) {
  const email = `${unique(role)}@example.test`
  const registered = await client
    .post('/api/v1/auth/register')
    .json({ name, email, password: PASSWORD, role, businessName: `Studio ${name} ${unique()}` })
  registered.assertStatus(202)
  const code = await codeSentTo(email)
  const verified = await client.post('/api/v1/auth/verify-email').json({ email, code })
  verified.assertStatus(200)
  return { email, headers: { authorization: `Bearer ${verified.body().data.accessToken}` } }
}

test.group('from an inquiry to a quote', () => {
  test('a partner is verified, a client asks, gets a quote and takes it', async ({
    client,
    assert,
  }) => {
    const corner = await makeCorner()
    const admin = await actorOfRole('admin')

    const partner = await signUp(client, 'partner', 'Ada')
    const profile = await client
      .put('/api/v1/partner/profile')
      .headers(partner.headers)
      .json({
        bio: 'Weddings since 2009.',
        categories: [corner.categoryId],
        locationId: corner.locationId,
        radiusKm: 50,
        rates: { min: 10_000, max: 50_000, currency: 'EUR' },
        languages: ['en'],
      })
    profile.assertStatus(200)
    const scan = await sharp({
      create: { width: 60, height: 40, channels: 3, background: 'white' },
    })
      .jpeg()
      .toBuffer()
    const submitted = await client
      .post('/api/v1/partner/verification')
      .headers(partner.headers)
      .fields({ 'note': 'The trade licence', 'kinds[]': 'business_registration' })
      .file('documents', scan, 'licence.jpg')
    submitted.assertStatus(201)

    const early = await signUp(client, 'client', 'Grace Hopper')
    const unmatched = await client
      .post('/api/v1/inquiries')
      .headers(early.headers)
      .json(inquiryIn(corner))
    unmatched.assertStatus(201)
    assert.equal(unmatched.body().data.matchedPartners, 0)

    const waiting = await client.get('/api/v1/admin/verifications').headers(admin.headers)
    waiting.assertStatus(200)
    const own = await client.get('/api/v1/partner/profile').headers(partner.headers)
    const partnerId = own.body().data.id
    const verdict = await client
      .put(`/api/v1/admin/verify/${partnerId}`)
      .headers(admin.headers)
      .json({ decision: 'approve' })
    verdict.assertStatus(200)
    await drainOutbox()
    assert.include((await mailsTo(partner.email)).at(-1), 'is verified')

    const asking = await signUp(client, 'client', 'Katherine Johnson')
    const inquiry = await client
      .post('/api/v1/inquiries')
      .headers({ ...asking.headers, 'idempotency-key': unique() })
      .json(inquiryIn(corner, { title: 'A small wedding' }))
    inquiry.assertStatus(201)
    assert.equal(inquiry.body().data.matchedPartners, 1)
    const inquiryId = inquiry.body().data.id
    await drainOutbox()
    assert.include((await mailsTo(partner.email)).at(-1), 'A small wedding')
    assert.include((await mailsTo(asking.email)).at(-1), 'A small wedding')

    const leads = await client.get('/api/v1/partner/leads').headers(partner.headers)
    assert.lengthOf(leads.body().data, 1)
    const [lead] = leads.body().data
    assert.deepEqual(lead.client, { firstName: 'Katherine', contact: null })
    const quoted = await client
      .post(`/api/v1/partner/leads/${lead.id}/respond`)
      .headers(partner.headers)
      .json({ quote: { amount: 35_000, currency: 'EUR' }, message: 'With pleasure.' })
    quoted.assertStatus(200)

    await drainOutbox()
    assert.include((await mailsTo(asking.email)).at(-1), '350.00 EUR')
    const seen = await client.get(`/api/v1/inquiries/${inquiryId}`).headers(asking.headers)
    assert.equal(seen.body().data.leads[0].quote.amount, 35_000)
    const accepted = await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${lead.id}`)
      .headers(asking.headers)
    accepted.assertStatus(200)
    assert.equal(accepted.body().data.status, 'accepted')

    await drainOutbox()
    assert.include((await mailsTo(partner.email)).at(-1), 'was accepted')
    const won = await client.get(`/api/v1/partner/leads/${lead.id}`).headers(partner.headers)
    assert.equal(won.body().data.client.contact.email, asking.email)

    const rematched = await client
      .post(`/api/v1/admin/inquiries/${unmatched.body().data.id}/rematch`)
      .headers(admin.headers)
    rematched.assertStatus(200)
    assert.equal(rematched.body().data.leads[0].partner.id, partnerId)
  })
})
