import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { plantJob } from '#tests/helpers/jobs'
import { submittedPartner } from '#tests/helpers/partners'

const reasonKept = async (subjectId: string) =>
  (await db.from('audit_entries').where({ subject_id: subjectId }).firstOrFail()).reason

test.group('X-Reason', () => {
  test('goes into the audit line of any write of staff', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    for (const [sent, kept] of [
      ['the mail server is back', 'the mail server is back'],
      [encodeURIComponent('Störung behoben – 100 %'), 'Störung behoben – 100 %'],
      ['  padded  ', 'padded'],
      ['é'.repeat(500), 'é'.repeat(500)].map((text, at) =>
        at === 0 ? encodeURIComponent(text) : text
      ) as [string, string],
    ]) {
      const id = await plantJob({ state: 'dead' })
      const retry = client.post(`/api/v1/admin/jobs/${id}/retry`)
      ;(await retry.headers({ ...headers, 'x-reason': sent })).assertStatus(200)
      assert.equal(await reasonKept(id), kept)
    }
  })

  test('is not needed, and the reason of the deed itself comes first', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const [told, silent] = [await submittedPartner(), await submittedPartner()]
    const decide = (partnerId: string, body: object) =>
      client
        .put(`/api/v1/admin/verify/${partnerId}`)
        .headers({ ...headers, 'x-reason': 'of the request' })
        .json(body)
    ;(await decide(told.partnerId, { decision: 'reject', reason: 'expired' })).assertStatus(200)
    ;(await decide(silent.partnerId, { decision: 'approve' })).assertStatus(200)
    const actions = (subject_id: string) =>
      db
        .from('audit_entries')
        .where({ subject_id })
        .whereIn('action', ['partner.rejected', 'partner.approved'])
    assert.deepEqual(
      (await actions(told.partnerId)).map(({ reason }) => reason),
      ['expired']
    )
    assert.deepEqual(
      (await actions(silent.partnerId)).map(({ reason }) => reason),
      ['of the request']
    )
    // it is for the audit trail, not for the partner
    const stored = await db
      .from('verifications')
      .where({ partner_id: silent.partnerId })
      .firstOrFail()
    assert.isNull(stored.reason)
  })

  test('what is no reason is refused before anything is done', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead' })
    for (const reason of [
      '%20',
      'x'.repeat(501),
      '50% off',
      'two%0Alines',
      'schl\u00fcssel',
      '%ff',
    ]) {
      const response = await client
        .post(`/api/v1/admin/jobs/${id}/retry`)
        .headers({ ...headers, 'x-reason': reason })
      response.assertStatus(400)
      assert.equal(response.body().errors[0].code, 'E_REASON_INVALID', reason)
    }
    assert.equal((await db.from('outbox').where({ id }).firstOrFail()).state, 'dead')
  })
})
