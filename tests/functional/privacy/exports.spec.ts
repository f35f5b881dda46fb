import { test } from '@japa/runner'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { swapGateway } from '#payments/gateways/registry'
import BuildExport from '#privacy/actions/build_export'
import RequestExport from '#privacy/actions/request_export'
import { PersonRows } from '#privacy/queries/person_rows'
import { REGISTRY, special } from '#privacy/registry'
import { SIDES } from '#privacy/services/registry_words'
import SweepExportsTask from '#privacy/tasks/sweep_exports_task'
import { actorOfRole, logIn, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeLives } from '#tests/helpers/lives'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { makeExport } from '#tests/helpers/privacy'
import { textOfPdf, unquoted } from '#tests/helpers/scans'
import { unzipped } from '#tests/helpers/zips'
import string from '@adonisjs/core/helpers/string'

const url = '/api/v1/user/account/export'

async function download({ headers }: TestActor, path: string): Promise<Buffer> {
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}${path}`, { headers })
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** How many rows of each table are somebody's to read, by the registry. */
async function ownRows(userId: string): Promise<Record<string, number>> {
  const rows = new PersonRows(db, userId)
  const counts: Record<string, number> = {}
  for (const [table, { isForStaff }] of Object.entries(REGISTRY)) {
    if (isForStaff) continue
    counts[string.camelCase(table)] = 0
    for (const side of SIDES)
      for (const query of await rows.queries(table, side)) {
        const [{ n }] = await query().count('* as n')
        counts[string.camelCase(table)] += Number(n)
      }
  }
  return counts
}

test.group('privacy.exports', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))
  group.each.teardown(() => clock.reset())

  test('is asked for by a session that has just proved itself', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    await letProofAge(person)
    const refused = await client.post(url).headers(person.headers)
    refused.assertStatus(403)
    assert.equal(refused.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    const proof = { password: PASSWORD }
    const proved = await client.post('/api/v1/auth/step-up').headers(person.headers).json(proof)
    proved.assertStatus(200)
    ;(await client.post(url).headers(person.headers)).assertStatus(202)
  })

  test('holds every table with rows of the person, own files, and nobody else', async ({
    client,
    assert,
  }) => {
    const { client: buyer, partner, ofClient, ofPartner } = await makeLives()
    const figures: string[] = []
    for (const [who, own, others] of [
      [buyer, ofClient, ofPartner],
      [partner, ofPartner, ofClient],
    ] as const) {
      const asked = await client.post(url).headers(who.headers)
      asked.assertStatus(202)
      const { id } = asked.body().data
      const expected = await ownRows(who.user.id)
      await drainOutbox()
      const shown = (await client.get(`${url}s/${id}`).headers(who.headers)).body().data
      assert.equal(shown.status, 'ready')
      const zip = await download(who, shown.downloadUrl)
      assert.equal(zip.length, shown.size)
      const files = await unzipped(zip)

      const found: Record<string, number> = {}
      for (const table of Object.keys(expected))
        found[table] = JSON.parse(String(files.get(`data/${table}.json`))).length
      // what happened since it was asked for: the request counted, its mail
      assert.deepEqual(
        { ...found, notifications: 0, emailLogs: 0 },
        { ...expected, notifications: 0, emailLogs: 0 }
      )
      for (const [table, { exported }] of Object.entries(special))
        if (exported) assert.isTrue(files.has(`data/${string.camelCase(table)}.json`), table)

      const texts: string[] = []
      for (const [name, content] of files) {
        texts.push(name, content.toString('utf8'))
        if (name.endsWith('.pdf')) texts.push(await textOfPdf(content))
      }
      const all = texts.join('\n')
      const hidden = ['push', 'holder', 'accountNumber']
      for (const [what, value] of Object.entries(own)) {
        if (['card', 'charge'].includes(what)) continue // the gateways' own words
        if (what === 'push' || what === 'accountNumber') assert.notInclude(all, value, what)
        else assert.include(all, value, what)
      }
      for (const secret of ['email', 'phone', 'street', 'recipient', 'passport', ...hidden])
        if (others[secret]) assert.notInclude(all, others[secret], secret)
      const user = await db.from('users').where('id', who.user.id).firstOrFail()
      assert.notInclude(all, user.password_hash)
      const tokens = await db.from('refresh_tokens').join('sessions', 'sessions.id', 'session_id')
      for (const token of tokens) assert.notInclude(all, token.token_hash)
      const kinds = [...files.keys()].filter((name) => name.startsWith('files/'))
      const purposes = [...new Set(kinds.map((name) => name.split('/')[1]))].sort()
      assert.deepEqual(
        purposes,
        who === buyer ? ['avatar', 'invoice'] : ['portfolio', 'submission', 'verification']
      )
      const filled = Object.values(found).filter((count) => count > 0).length
      figures.push(
        `${who.user.role}: ${filled} tables with rows of ${Object.keys(found).length}, ${kinds.length} files`
      )
      const mail = unquoted((await mailsTo(who.user.email!)).at(-1)!)
      assert.include(mail, 'the export of your data that you asked for is ready')
    }
    console.log(`      ${figures.join('; ')}`)
  }).timeout(120_000)

  test('is made one at a time, ten times a day, whatever the rush', async ({ client, assert }) => {
    const actor = await actorOfRole('client')
    const ask = () => client.post(url).headers(actor.headers)
    const rush = await Promise.all(Array.from({ length: 10 }, ask))
    assert.lengthOf(new Set(rush.map((answer) => answer.body().data?.id)), 1)
    await drainOutbox()
    let made = 1
    for (let at = 0; at < 14; at++) {
      const answer = await ask()
      if (answer.status() === 202) made++
      else assert.equal(answer.body().errors[0].code, 'E_TOO_MANY_REQUESTS')
      await drainOutbox()
    }
    assert.equal(made, 10)
    const page = await client.get(`${url}s`).qs({ limit: 3 }).headers(actor.headers)
    assert.lengthOf(page.body().data, 3)
    assert.isString(page.body().meta.nextCursor)
  }).timeout(60_000)

  test('is its owner’s alone, and gone after seven days', async ({ client, assert }) => {
    const [owner, stranger] = [await actorOfRole('client'), await actorOfRole('client')]
    const { id: waiting } = await new RequestExport().execute({ actor: asActor(owner) })
    const early = await client.get(`${url}s/${waiting}/download`).headers(owner.headers)
    assert.equal(early.body().errors[0].code, 'E_EXPORT_NOT_READY')
    await drainOutbox()
    const path = `${url}s/${waiting}/download`
    ;(await client.get(path)).assertStatus(401)
    ;(await client.get(path).headers(stranger.headers)).assertStatus(404)
    ;(await client.get(`${url}s/${newId('export')}`).headers(owner.headers)).assertStatus(404)
    const { file_id: fileId } = await db.from('data_exports').where('id', waiting).firstOrFail()
    ;(await client.get(`/api/v1/files/${fileId}`).headers(owner.headers)).assertStatus(404)

    clock.travel(7 * DAY + 1)
    const late = await client.get(path).headers((await logIn(owner.user)).headers)
    assert.equal(late.body().errors[0].code, 'E_EXPORT_NOT_READY')
    await new SweepExportsTask().run()
    assert.isNull(await db.from('files').where('id', fileId).first())
    const { status } = await db.from('data_exports').where('id', waiting).firstOrFail()
    assert.equal(status, 'expired')
  })

  test('that fails or was lost makes room for another', async ({ assert }) => {
    const actor = asActor(await actorOfRole('partner'))
    const first = await new RequestExport().execute({ actor })
    await new BuildExport().giveUp({ exportId: first.id })
    const second = await new RequestExport().execute({ actor })
    assert.notEqual(second.id, first.id)
    clock.travel(DAY + 1)
    await new SweepExportsTask().run()
    const rows = await db.from('data_exports').where('user_id', actor.id)
    assert.deepEqual([...new Set(rows.map(({ status }) => status))], ['failed'])
  })

  test('leaves nothing behind when the account is erased meanwhile', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    await makeExport(person)
    const { id } = await new RequestExport().execute({ actor: asActor(person) })
    const body = { password: PASSWORD, confirm: person.user.email! }
    ;(await client.delete('/api/v1/user/account').headers(person.headers).json(body)).assertStatus(
      204
    )
    await new BuildExport().execute({ exportId: id }, async () => {})
    await drainOutbox()
    assert.deepEqual(await db.from('files').where('owner_id', person.user.id), [])
  })
})
