import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { completePartner, draftPartner, PDF, png } from '#tests/helpers/partners'
import type { ApiClient } from '@japa/api-client'

const submit = async (client: ApiClient, { headers }: TestActor) =>
  client
    .post('/api/v1/partner/verification')
    .headers(headers)
    .file('documents', PDF, { filename: 'register.pdf' })
    .file('documents', await png(), { filename: 'passport.png' })
    .field('kinds[]', 'business_registration')
    .field('kinds[]', 'identity')
    .field('note', 'Here you are')

test.group('partner.verification.store', () => {
  test('keeps the documents and waits for a verdict', async ({ client, assert }) => {
    const partner = await completePartner()
    const response = await submit(client, partner)
    response.assertStatus(201)
    const { status, submissions } = response.body().data
    assert.equal(status, 'submitted')
    assert.deepEqual(
      submissions[0].documents.map(({ kind, contentType }: any) => [kind, contentType]),
      [
        ['business_registration', 'application/pdf'],
        ['identity', 'image/webp'],
      ]
    )
    assert.notProperty(submissions[0], 'decidedBy')
    const { url } = submissions[0].documents[0]
    const own = await client.get(url).headers(partner.headers)
    own.assertStatus(200)
    const foreign = await client.get(url).headers((await draftPartner()).headers)
    foreign.assertStatus(404)
    const again = await submit(client, partner)
    again.assertStatus(409)
    assert.equal(again.body().errors[0].state, 'submitted')
  })

  test('names what the profile lacks, and keeps nothing', async ({ client, assert }) => {
    const partner = await draftPartner()
    const response = await submit(client, partner)
    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.sameMembers(fields, ['bio', 'categories', 'locationId'])
    assert.isEmpty(await db.from('files').where({ owner_id: partner.user.id }))
  })

  test('wants documents, one kind for each, of a known type', async ({ client }) => {
    const { headers } = await completePartner()
    const post = () => client.post('/api/v1/partner/verification').headers(headers)
    const none = await post().field('kinds[]', 'identity')
    none.assertStatus(422)
    const odd = await post()
      .file('documents', PDF, { filename: 'a.pdf' })
      .field('kinds[]', 'identity')
      .field('kinds[]', 'tax')
    odd.assertStatus(422)
    const script = await post()
      .file('documents', Buffer.from('<html>'), { filename: 'a.pdf' })
      .field('kinds[]', 'identity')
    script.assertStatus(422)
    const json = await post().json({ kinds: ['identity'] })
    json.assertStatus(415)
  })

  test('takes one of two submissions at once', async ({ client, assert }) => {
    const partner = await completePartner()
    const answers = await Promise.all([submit(client, partner), submit(client, partner)])
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [201, 409]
    )
    assert.lengthOf(await db.from('verifications').where({ partner_id: partner.partnerId }), 1)
  })
})

test.group('partner.verification.show', () => {
  test('tells what is missing, and is for partners alone', async ({ client, assert }) => {
    const { headers } = await draftPartner()
    const response = await client.get('/api/v1/partner/verification').headers(headers)
    response.assertStatus(200)
    assert.equal(response.body().data.status, 'draft')
    assert.lengthOf(response.body().data.missing, 3)
    const admin = await actorOfRole('admin')
    const other = await client.get('/api/v1/partner/verification').headers(admin.headers)
    other.assertStatus(403)
  })
})
