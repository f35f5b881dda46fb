import { test } from '@japa/runner'
import { Secret } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import SealEntries from '#audit/actions/seal_entries'
import { recordAudit } from '#audit/record'
import FindSeal from '#audit/queries/find_seal'
import VerifyAudit, { type Difference } from '#audit/queries/verify_audit'
import { detailsDigest, sealHash } from '#audit/services/digests'
import { redactAudit } from '#audit/services/redaction'
import SealEntriesTask from '#audit/tasks/seal_entries_task'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { actorFrom, behindTheTriggers, plantEntries, sealAll } from '#tests/helpers/audit'
import { setSetting } from '#tests/helpers/settings'

const url = '/api/v1/admin/audit/verification'

/** what other tests left is sealed before, and not looked at again */
let afterSeal = 0

/** Everything that is not as it was sealed. */
async function verify() {
  const differences: Difference[] = []
  const onDifference = (difference: Difference) => void differences.push(difference)
  return { ...(await new VerifyAudit().execute({ afterSeal, onDifference })), differences }
}

const row = (id: number) => db.from('audit_entries').where({ id })
const seal = (id: number) => db.from('audit_seals').where({ id })

/** Seals of three lines, the last of the chain. */
async function threeSealed() {
  await sealAll()
  const ids = await plantEntries(3, unique('lamp'))
  await sealAll()
  return { ids, sealId: await lastSealId() }
}

/** What is left of somebody whose account was erased. */
function plantErasure(userId: string) {
  return db.table('erasures').insert({
    id: newId('erasure'),
    user_id: userId,
    origin: 'self',
    looks: 0,
    created_at: clock.now(),
  })
}

/** What verification says while something is other than it was; put back afterwards. */
async function during(change: () => Promise<unknown>, back: () => Promise<unknown>) {
  let found: Awaited<ReturnType<typeof verify>>
  await behindTheTriggers(async () => {
    await change()
    found = await verify()
    await back()
  })
  return found!
}

test.group('the audit trail', (group) => {
  group.setup(async () => {
    await plantEntries(1, unique('lamp'))
    await sealAll()
    afterSeal = await lastSealId()
  })
  group.each.teardown(() => clock.reset())

  test('cannot be changed or deleted, nor its seals', async ({ assert }) => {
    const { ids, sealId } = await threeSealed()
    const refused = /audit trail are never|seals are never/
    await assert.rejects(() => row(ids[0]).update({ reason: 'another' }), refused)
    await assert.rejects(() => row(ids[0]).update({ details_hash: 'x' }), refused)
    await assert.rejects(() => row(ids[0]).delete(), refused)
    await assert.rejects(() => seal(sealId).update({ hash: 'x' }), refused)
    await assert.rejects(() => seal(sealId).delete(), refused)
  })

  test('leaves what is younger than a minute, and seals the rest in order', async ({ assert }) => {
    await sealAll()
    const ids = await plantEntries(3, unique('lamp'))
    assert.isNull(await new SealEntries().execute())
    const before = await verify()
    assert.equal(before.unsealed.entries, 3)

    clock.travel(61_000)
    await new SealEntriesTask().run()
    const last = await db.from('audit_seals').orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([Number(last.first_id), Number(last.last_id)], [ids[0], ids[2]])
    const after = await verify()
    assert.deepEqual(after.differences, [])
    assert.deepEqual(after.unsealed, { entries: 0, oldest: null })
    assert.equal(after.lastSeal!.hash, last.hash)
    assert.equal(after.seals, before.seals + 1)
    assert.equal(await new FindSeal().byHash(last.hash), Number(last.id))
    assert.equal(await new FindSeal().byHash(last.previous_hash), Number(last.id) - 1)
    assert.isNull(await new FindSeal().byHash('0123'))
  })

  test('has one chain, however many seal at once', async ({ assert }) => {
    await sealAll()
    await plantEntries(3, unique('lamp'))
    clock.travel(61_000)
    const made = await Promise.all(Array.from({ length: 8 }, () => new SealEntries().execute()))
    assert.lengthOf(made.filter(Boolean), 1)
    assert.isTrue((await verify()).isSound)
  })

  test('names a changed line, whichever column', async ({ assert }) => {
    const { ids, sealId } = await threeSealed()
    const original = await row(ids[1]).firstOrFail()
    const others = {
      actor_id: 'usr_x',
      actor_role: 'hr',
      impersonator_id: 'usr_x',
      person_id: 'usr_x',
      action: 'lamp.broken',
      noun: 'lump',
      subject_type: 'lump',
      subject_id: 'x',
      before: '{}',
      after: '{"number":2}',
      reason: null,
      ip: '192.0.2.8',
      nonce: 'x',
      details_hash: 'x',
      request_id: 'x',
      created_at: 1,
    }
    assert.sameMembers(['id', ...Object.keys(others)], Object.keys(original))
    for (const [column, value] of Object.entries(others)) {
      const { differences } = await during(
        () => row(ids[1]).update({ [column]: value }),
        () => row(ids[1]).update({ [column]: original[column] })
      )
      assert.deepEqual(differences, [{ kind: 'entry_changed', sealId, entryId: ids[1] }], column)
    }
    assert.isTrue((await verify()).isSound)
  })

  test('names a removed line: the first, one between, the last', async ({ assert }) => {
    const { ids, sealId } = await threeSealed()
    for (const id of ids) {
      const original = await row(id).firstOrFail()
      const { differences } = await during(
        () => row(id).delete(),
        () => db.table('audit_entries').insert(original)
      )
      assert.deepEqual(differences, [{ kind: 'entry_removed', sealId, entryId: id }])
    }
    assert.isTrue((await verify()).isSound)
  })

  test('names a line put into a gap of what is sealed', async ({ assert }) => {
    await sealAll()
    const ids = await plantEntries(3, unique('lamp'))
    const gap = await row(ids[1]).firstOrFail()
    await behindTheTriggers(async () => void (await row(ids[1]).delete()))
    await sealAll()
    const sealId = await lastSealId()
    const { differences } = await during(
      () => db.table('audit_entries').insert(gap),
      () => row(ids[1]).delete()
    )
    assert.deepEqual(differences, [{ kind: 'entry_inserted', sealId, entryId: ids[1] }])
    assert.isTrue((await verify()).isSound)
  })

  test('knows the seals of a key that was replaced', async ({ assert }) => {
    const { sealId } = await threeSealed()
    const old = env.get('APP_KEY')
    await behindTheTriggers(async () => {
      setSetting('APP_KEY', new Secret('another key of thirty-two letters'))
      setSetting('APP_PREVIOUS_KEYS', [old])
      try {
        await plantEntries(1, unique('lamp'))
        await sealAll()
        assert.containsSubset(await verify(), { isSound: true, otherKey: 0 })
        // without it their chain is followed
        setSetting('APP_PREVIOUS_KEYS', [])
        assert.containsSubset(await verify(), { isSound: true })
        assert.isAbove((await verify()).otherKey, 0)
      } finally {
        setSetting('APP_KEY', old)
        setSetting('APP_PREVIOUS_KEYS', [])
        await db.from('audit_seals').where('id', '>', sealId).delete()
      }
    })
  })

  test('names a changed, a forged and a removed seal', async ({ assert }) => {
    const { sealId } = await threeSealed()
    await plantEntries(1, unique('lamp'))
    await sealAll()
    const original = await seal(sealId).firstOrFail()
    const columns = ['first_id', 'last_id', 'entries', 'sealed_at']
    for (const column of columns) {
      const { differences } = await during(
        () => seal(sealId).update({ [column]: Number(original[column]) - 1 }),
        () => seal(sealId).update({ [column]: original[column] })
      )
      assert.deepEqual(differences, [{ kind: 'seal_changed', sealId, entryId: null }], column)
    }
    for (const column of ['hash', 'previous_hash', 'digests']) {
      const { differences } = await during(
        () => seal(sealId).update({ [column]: '1:x' }),
        () => seal(sealId).update({ [column]: original[column] })
      )
      assert.deepEqual(differences, [{ kind: 'seal_changed', sealId, entryId: null }], column)
    }
    const resigned = await during(
      () => seal(sealId).update({ signature: 'x' }),
      () => seal(sealId).update({ signature: original.signature })
    )
    assert.deepEqual(resigned.differences, [{ kind: 'seal_forged', sealId, entryId: null }])
    const otherKey = await during(
      () => seal(sealId).update({ key_id: 'x' }),
      () => seal(sealId).update({ key_id: original.key_id })
    )
    assert.deepEqual(otherKey.differences, [{ kind: 'seal_forged', sealId, entryId: null }])

    // who knows how hashes are made can make a whole seal, but not sign it
    const made = { ...original, digests: original.digests.replace(/:.{3}/, ':abc') }
    const forged = await during(
      () => seal(sealId).update({ ...made, hash: sealHash(made) }),
      () => seal(sealId).update(original)
    )
    assert.deepEqual(forged.differences[0], { kind: 'seal_forged', sealId, entryId: null })

    const removed = await during(
      () => seal(sealId).delete(),
      () => db.table('audit_seals').insert(original)
    )
    assert.deepEqual(removed.differences, [{ kind: 'seal_removed', sealId, entryId: null }])
    assert.isTrue((await verify()).isSound)
  })

  test('gives up the words of an erased person and nothing else', async ({ assert }) => {
    const person = await actorOfRole('client', { name: 'Zoë Quick' })
    const admin = actorFrom(await actorOfRole('admin'))
    const orderId = unique('ord_')
    const about = { subject: { type: 'order', id: orderId }, personId: person.user.id }
    await write(async (trx) => {
      await recordAudit(trx, {
        actor: admin,
        action: 'order.moved',
        ...about,
        after: { to: 'ZOË quick' },
      })
      await recordAudit(trx, { actor: admin, action: 'order.paid', ...about, after: { amount: 5 } })
      await recordAudit(trx, { actor: actorFrom(person), action: 'order.read', ...about })
    })
    await sealAll()
    await plantErasure(person.user.id)
    const erased = await write((trx) =>
      redactAudit(trx, {
        actor: admin,
        personId: person.user.id,
        values: ['Zoë Quick'],
        subjectIds: [],
      })
    )
    assert.equal(erased, 2)
    const rows = await db.from('audit_entries').where('subject_id', orderId).orderBy('id')
    assert.deepEqual(
      rows.map(({ after, ip }) => [after, ip]),
      [
        [null, null],
        ['{"amount":5}', '192.0.2.7'],
        [null, null],
      ]
    )
    const report = await verify()
    assert.deepEqual(report.differences, [])
    assert.isAtLeast(report.redacted, 2)
    await sealAll()
    assert.isTrue((await verify()).isSound)
  })

  test('names words that were taken out without an erasure', async ({ assert }) => {
    const { ids, sealId } = await threeSealed()
    const original = await row(ids[0]).firstOrFail()
    const nothing = { before: null, after: null, reason: null, ip: null, nonce: null }
    // the triggers let this through: it looks like an erasure
    await row(ids[0]).update({ ...nothing, details_hash: detailsDigest(original) })
    const { differences } = await verify()
    assert.deepEqual(differences, [{ kind: 'entry_erased', sealId, entryId: ids[0] }])
    await behindTheTriggers(async () => void (await row(ids[0]).update(original)))
    assert.isTrue((await verify()).isSound)
  })

  test('takes no word for an erasure that there was not', async ({ assert }) => {
    const { ids, sealId } = await threeSealed()
    const original = await row(ids[0]).firstOrFail()
    const nothing = { before: null, after: null, reason: null, ip: null, nonce: null }
    await row(ids[0]).update({ ...nothing, details_hash: detailsDigest(original) })
    const { user } = await actorOfRole('client')
    const said = (personId: string | null) =>
      write((trx) =>
        recordAudit(trx, {
          actor: null,
          action: 'audit.redacted',
          subject: { type: original.subject_type, id: original.subject_id },
          personId,
        })
      )
    const gone = [{ kind: 'entry_erased', sealId, entryId: ids[0] }]
    clock.travel(DAY)
    await said(null)
    await said(user.id)
    assert.deepEqual((await verify()).differences, gone, 'neither by nobody nor by a living person')
    await plantErasure(user.id)
    assert.deepEqual((await verify()).differences, [])

    // before a line named the person, it stood beside the erasure alone
    await db.from('erasures').where({ user_id: user.id }).delete()
    assert.deepEqual((await verify()).differences, gone)
    const other = await actorOfRole('client')
    await plantErasure(other.user.id)
    await said(null)
    assert.deepEqual((await verify()).differences, [])
    await behindTheTriggers(async () => void (await row(ids[0]).update(original)))
  })

  test('answers over HTTP, a hundred seals at a time', async ({ client, assert }) => {
    const { ids, sealId } = await threeSealed()
    const { headers } = await actorOfRole('senior_dev')
    const ask = async () => {
      const response = await client
        .get(url)
        .qs({ afterSeal: sealId - 1 })
        .headers(headers)
      response.assertStatus(200)
      return response.body().data
    }
    const sound = await ask()
    assert.deepInclude(sound, {
      isSound: true,
      differences: [],
      seals: 1,
      entries: 3,
      nextSeal: null,
    })
    assert.equal(sound.lastSeal.id, sealId)
    const { reason } = await row(ids[2]).firstOrFail()
    await behindTheTriggers(async () => {
      await row(ids[2]).update({ reason: 'another' })
      const { isSound, differences } = await ask()
      assert.isFalse(isSound)
      assert.deepEqual(differences, [
        {
          kind: 'entry_changed',
          sealId,
          entryId: String(ids[2]),
          message: `line ${ids[2]} (seal ${sealId}) was changed`,
        },
      ])
      await row(ids[2]).update({ reason })
    })
    ;(await client.get(url).qs({ afterSeal: 'x' }).headers(headers)).assertStatus(422)
  })
})

async function lastSealId(): Promise<number> {
  return Number((await db.from('audit_seals').orderBy('id', 'desc').firstOrFail()).id)
}
