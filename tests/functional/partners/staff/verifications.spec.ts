import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { approvedPartner, completePartner, PDF, submittedPartner } from '#tests/helpers/partners'

const MISSING = 'prt_01h2xcejqtf2nbrexx3vqjhp41'

test.group('admin.verifications.index', () => {
  test('is for reviewers', async ({ client }) => {
    const guest = await client.get('/api/v1/admin/verifications')
    guest.assertStatus(401)
    for (const role of ['client', 'partner', 'agent', 'senior_dev'] as const) {
      const { headers } = await actorOfRole(role)
      const response = await client.get('/api/v1/admin/verifications').headers(headers)
      response.assertStatus(403)
    }
  })

  test('lists who waits, the longest first', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partners = [await submittedPartner(), await submittedPartner()]
    await db.from('partners').where({ id: partners[1].partnerId }).update({ submitted_at: 5 })
    const page = await client
      .get('/api/v1/admin/verifications')
      .headers(headers)
      .qs({ status: 'submitted', limit: 1 })
    page.assertStatus(200)
    const [row] = page.body().data
    assert.equal(row.partnerId, partners[1].partnerId)
    assert.equal(row.email, partners[1].user.email)
    assert.equal(row.location.id, partners[1].corner.locationId)
    assert.equal(row.categories[0].id, partners[1].corner.categoryId)
    assert.isString(page.body().meta.nextCursor)
    await db.from('partners').where({ id: partners[1].partnerId }).update({ submitted_at: 1e12 })
  })
})

test.group('admin.verifications.show', () => {
  test('shows the documents, which reviewers may read', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await completePartner()
    await client
      .post('/api/v1/partner/verification')
      .headers(partner.headers)
      .file('documents', PDF, { filename: 'register.pdf' })
      .field('kinds[]', 'tax')
    const response = await client
      .get(`/api/v1/admin/verifications/${partner.partnerId}`)
      .headers(headers)
    response.assertStatus(200)
    const { submissions } = response.body().data
    assert.equal(submissions[0].documents[0].fileName, 'register.pdf')
    assert.isNull(submissions[0].decidedBy)
    const { url } = submissions[0].documents[0]
    const bytes = await client.get(url).headers(headers)
    bytes.assertStatus(200)
    assert.match(bytes.header('content-disposition')!, /^attachment/)
    const elsewhere = await client.get(url.replace(partner.partnerId, MISSING)).headers(headers)
    elsewhere.assertStatus(404)
    const missing = await client.get(`/api/v1/admin/verifications/${MISSING}`).headers(headers)
    missing.assertStatus(404)
  })
})

test.group('admin.verifications.update', () => {
  test('approves: told by mail and feed, audited, discovered', async ({ client, assert }) => {
    const { headers, user } = await actorOfRole('admin')
    const partner = await submittedPartner()
    const response = await client
      .put(`/api/v1/admin/verify/${partner.partnerId}`)
      .headers(headers)
      .json({ decision: 'approve' })
    response.assertStatus(200)
    assert.equal(response.body().data.status, 'approved')
    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'verified')
    assert.lengthOf(await db.from('notifications').where({ user_id: partner.user.id }), 1)
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: partner.partnerId, action: 'partner.approved' })
      .firstOrFail()
    assert.equal(audit.actor_id, user.id)
    const page = await client.get(`/api/v1/partners/${partner.partnerId}`)
    page.assertStatus(200)
  })

  test('rejects with a reason, which the partner mends and submits again', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await submittedPartner()
    const path = `/api/v1/admin/verify/${partner.partnerId}`
    const silent = await client.put(path).headers(headers).json({ decision: 'reject' })
    silent.assertStatus(422)
    const rejected = await client
      .put(path)
      .headers(headers)
      .json({ decision: 'reject', reason: 'The passport is blurred' })
    rejected.assertStatus(200)
    const own = await client.get('/api/v1/partner/verification').headers(partner.headers)
    assert.equal(own.body().data.reason, 'The passport is blurred')
    await client
      .post('/api/v1/partner/verification')
      .headers(partner.headers)
      .file('documents', PDF, { filename: 'p.pdf' })
      .field('kinds[]', 'identity')
    const again = await client.get('/api/v1/partner/verification').headers(partner.headers)
    assert.deepEqual(
      again.body().data.submissions.map((submission: any) => submission.status),
      ['submitted', 'rejected']
    )
  })

  test('lets one of two reviewers win', async ({ client, assert }) => {
    const reviewers = [await actorOfRole('admin'), await actorOfRole('senior_admin')]
    const partner = await submittedPartner()
    const verdicts = [{ decision: 'approve' }, { decision: 'reject', reason: 'No' }]
    const answers = await Promise.all(
      reviewers.map(({ headers }, index) =>
        client
          .put(`/api/v1/admin/verify/${partner.partnerId}`)
          .headers(headers)
          .json(verdicts[index])
      )
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 409]
    )
    const loser = answers.find((answer) => answer.status() === 409)!
    const { status } = await db.from('partners').where({ id: partner.partnerId }).firstOrFail()
    assert.equal(loser.body().errors[0].state, status)
    const missing = await client
      .put(`/api/v1/admin/verify/${MISSING}`)
      .headers(reviewers[0].headers)
      .json(verdicts[0])
    missing.assertStatus(404)
  })
})

test.group('admin.featured_partners.update', () => {
  test('features and unfeatures, written down once each', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { partnerId } = await approvedPartner()
    const path = `/api/v1/admin/partners/${partnerId}/feature`
    for (const featured of [true, true, false]) {
      const response = await client.put(path).headers(headers).json({ featured })
      response.assertStatus(200)
      assert.equal(response.body().data.isFeatured, featured)
    }
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: partnerId })
      .whereIn('action', ['partner.featured', 'partner.unfeatured'])
    assert.lengthOf(audit, 2)
    const bad = await client.put(path).headers(headers).json({ featured: 'maybe' })
    bad.assertStatus(422)
    const agent = await actorOfRole('agent')
    const refused = await client.put(path).headers(agent.headers).json({ featured: true })
    refused.assertStatus(403)
    const missing = await client
      .put(path.replace(partnerId, MISSING))
      .headers(headers)
      .json({ featured: true })
    missing.assertStatus(404)
  })
})
