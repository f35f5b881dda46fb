import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import CheckIntegrity from '#integrity/queries/check_integrity'
import { swapGateway } from '#payments/gateways/registry'
import EraseAccount from '#privacy/actions/erase_account'
import { maskOf } from '#privacy/services/traces'
import { actorOfRole, PASSWORD } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { keyed, makeLives, type Lives } from '#tests/helpers/lives'
import { asActor, leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { richPartner } from '#tests/helpers/money'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { erasureOf } from '#tests/helpers/privacy'
import { paidOrder } from '#tests/helpers/refunds'
import { GUARDS, proveAgain, watchLives } from '#tests/helpers/watched_lives'
import { filesBelow, findInFiles, findInTables, dataFolders, textOfPdf } from '#tests/helpers/scans'

const account = '/api/v1/user/account'

/** What must be the same before and after: every sum of the books, every invoice. */
async function money() {
  const accounts = await db.from('ledger_accounts').orderBy('id').select('id', 'balance')
  const [entries] = await db.from('ledger_entries').sum('amount as sum').count('* as n')
  const invoices = await db
    .from('invoices')
    .join('orders', 'orders.id', 'invoices.order_id')
    .orderBy('invoices.number')
    .select('invoices.number', 'invoices.issued_at', 'total_amount', 'tax_amount', 'currency')
  const plain = (rows: object[]) => JSON.parse(JSON.stringify(rows))
  return plain([accounts, { sum: Number(entries.sum), n: Number(entries.n) }, invoices])
}

async function differences() {
  const { invariants } = await new CheckIntegrity().execute()
  return Object.fromEntries(invariants.map(({ name, differences: count }) => [name, count]))
}

async function lastLook() {
  await drainOutbox()
  clock.travel(11 * MINUTE)
  await drainOutbox()
}

async function scan(values: Record<string, string>) {
  const list = Object.values(values)
  return [...(await findInTables(list)), ...(await findInFiles(list))]
}

test.group('the erasure of an account', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))
  group.each.teardown(() => clock.reset())

  test('leaves nothing of a client and a partner in any table or file; the books stay', async ({
    client,
    assert,
  }) => {
    const lives: Lives = await makeLives()
    const { ofClient, ofPartner, orders } = lives
    await watchLives(lives)
    await proveAgain(lives.client)
    const profile = { name: ofClient.name }
    const keyedAnswer = await client
      .put('/api/v1/user/profile')
      .headers(keyed(lives.client.headers))
      .json(profile)
    keyedAnswer.assertStatus(200)
    const [before, sound] = [await money(), await differences()]
    const known = { client: await scan(ofClient), partner: await scan(ofPartner) }
    // the scan sees what it is meant to see
    const seen = known.client.join('\n')
    for (const value of Object.values(ofClient)) assert.include(seen, value)

    const body = { password: PASSWORD, confirm: lives.client.user.email! }
    const answer = await client.delete(account).headers(lives.client.headers).json(body)
    assert.equal(answer.status(), 204, JSON.stringify(answer.body()))
    ;(await client.get('/api/v1/user/profile').headers(lives.client.headers)).assertStatus(401)
    await lastLook()
    assert.deepEqual(await scan(ofClient), [])
    assert.deepEqual(await money(), before)
    assert.deepEqual(await differences(), sound)
    const between = await scan(ofPartner)

    await proveAgain(lives.partner)
    const gone = { password: PASSWORD, confirm: lives.partner.user.email! }
    const second = await client.delete(account).headers(lives.partner.headers).json(gone)
    assert.equal(second.status(), 204, JSON.stringify(second.body()))
    await lastLook()
    assert.deepEqual(await scan(ofPartner), [])
    assert.deepEqual(await money(), before)
    assert.deepEqual(await differences(), sound)

    const ids = [lives.client.user.id, lives.partner.user.id]
    for (const table of GUARDS)
      assert.deepEqual(await db.from(table).whereIn('user_id', ids), [], table)
    const looks = await db.from('impersonations').whereIn('client_id', ids)
    for (const one of looks)
      assert.include(one, { reason: '', end_reason: 'client_changed', open_staff_id: null })
    assert.lengthOf(looks, 2)

    const invoice = await db.from('invoices').where('order_id', orders[0].orderId).firstOrFail()
    const paper = await db.from('files').where('id', invoice.file_id).firstOrFail()
    const path = (await filesBelow(dataFolders()[0])).find((one) => one.endsWith(paper.disk_key))!
    const text = await textOfPdf(await readFile(path))
    for (const part of [invoice.number, 'Erased person', 'Sold by Erased shop', '238.00'])
      assert.include(text, part)
    const tables = new Set(known.client.concat(known.partner).map((hit) => hit.split(':')[0]))
    console.log(
      `      ${Object.keys(ofClient).length} + ${Object.keys(ofPartner).length} values, ` +
        `${known.client.length} + ${known.partner.length} places (${tables.size} columns and files), ` +
        `${between.length} of the partner left beside the erased client; 0 + 0 after`
    )
    const [accounts, { sum, n }, invoices] = before
    console.log(
      `      kept as they were: ${accounts.length} accounts of the books, ${n} entries (sum ${sum}), ` +
        `${invoices.length} invoices by number, date, total and tax`
    )
  }).timeout(300_000)

  test('happens once, and frees the address', async ({ client, assert }) => {
    const { client: person } = await makeLives()
    const actor = asActor(person)
    const first = await new EraseAccount().execute({ actor, userId: person.user.id })
    const stored = await erasureOf(person.user.id)
    const second = await new EraseAccount().execute({ actor, userId: person.user.id })
    assert.deepEqual(second, first)
    assert.deepEqual(await erasureOf(person.user.id), stored)
    const email = person.user.email!
    const again = { name: 'New', email, password: 'another long one', role: 'client' }
    const answer = await client.post('/api/v1/auth/register').json(again)
    assert.oneOf(answer.status(), [200, 201, 202])
    await drainOutbox()
    assert.include((await mailsTo(email)).at(-1), 'your code is')
    const code = await codeSentTo(email)
    clock.travel(MINUTE - 1)
    await db.from('outbox').where('name', 'privacy.sweep_traces').update({ available_at: 0 })
    await drainOutbox()
    const next = await client.post('/api/v1/auth/verify-email').json({ email, code })
    assert.equal(next.status(), 200, 'the last look leaves the next one at the address alone')
  })
  test('wants the address, a right password if any, and a fresh proof, and leaves staff to staff', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const confirm = person.user.email!
    const ask = (body: object) => client.delete(account).headers(person.headers).json(body)
    for (const [body, field] of [
      [{ password: 'not the password', confirm }, 'password'],
      [{ password: PASSWORD, confirm: 'someone@else.example' }, 'confirm'],
      [{ password: PASSWORD }, 'confirm'],
    ] as const) {
      const answer = await ask(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
    ;(await client.delete(account).json({ password: PASSWORD, confirm })).assertStatus(401)
    await letProofAge(person)
    const late = await ask({ password: PASSWORD, confirm })
    late.assertStatus(403)
    assert.equal(late.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    await proveAgain(person)
    const admin = asActor(await actorOfRole('senior_admin'))
    const agent = await actorOfRole('agent')
    await assert.rejects(
      () => new EraseAccount().execute({ actor: admin, userId: agent.user.id }),
      /staff account/
    )
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask({ password: PASSWORD, confirm: confirm.toUpperCase() }))
    )
    assert.isTrue(answers.some((answer) => answer.status() === 204))
    for (const answer of answers) assert.oneOf(answer.status(), [204, 401])
    const [{ n }] = await db.from('erasures').where('user_id', person.user.id).count('* as n')
    assert.equal(Number(n), 1)
  })

  test('needs no password where there is none, but a fresh proof', async ({ client, assert }) => {
    const person = await actorOfRole('client', { passwordHash: null })
    const body = { confirm: person.user.email! }
    const ask = () => client.delete(account).headers(person.headers).json(body)
    await letProofAge(person)
    ;(await ask()).assertStatus(403)
    await proveAgain(person)
    ;(await ask()).assertStatus(204)
    assert.exists(await erasureOf(person.user.id))
  })

  test('is refused while somebody waits for money or work, and says what to do', async ({
    client,
    assert,
  }) => {
    const partner = await richPartner(500)
    const { client: buyer } = await paidOrder({
      lines: [{ partnerId: partner.partnerId, amount: 10_000 }],
    })
    const refusal = async ({ user, headers }: typeof buyer) => {
      const body = { password: PASSWORD, confirm: user.email! }
      const answer = await client.delete(account).headers(headers).json(body)
      answer.assertStatus(409)
      const [error] = answer.body().errors
      assert.equal(error.code, 'E_OPEN_MATTERS')
      for (const { advice } of error.open) assert.include(error.message, advice)
      return error.open.map(({ matter, count }: any) => `${matter}: ${count}`)
    }
    assert.deepEqual(await refusal(buyer), ['orders: 1'])
    assert.deepEqual(await refusal(partner), ['orders to deliver: 1', 'balances: 1'])
    const kept = await db.from('users').where('id', buyer.user.id).firstOrFail()
    assert.include(kept, { status: 'active', email: buyer.user.email, erased_at: null })
  })

  test('by staff is written down without the name, and frees others at once', async ({
    assert,
  }) => {
    const corner = await makeCorner()
    const [first, second] = [await makePartner(corner), await makePartner(corner)]
    const { client: person, inquiryId } = await submitInquiry(corner)
    await drainOutbox()
    const admin = asActor(await actorOfRole('senior_admin'))
    const lead = await leadOf(inquiryId, first.partnerId)
    await new EraseAccount().execute({ actor: admin, userId: first.user.id })
    const ended = await db.from('leads').where('id', lead).firstOrFail()
    assert.equal(ended.status, 'withdrawn')
    const shop = await db.from('partners').where('id', first.partnerId).firstOrFail()
    assert.include(shop, { status: 'suspended', slug: first.partnerId, open_leads: 0 })
    assert.isEmpty(await db.from('partner_reaches').where('partner_id', first.partnerId))

    const reason = `${person.user.email} asked for it`
    await new EraseAccount().execute({ actor: admin, userId: person.user.id, reason })
    const inquiry = await db.from('inquiries').where('id', inquiryId).firstOrFail()
    assert.include(inquiry, { status: 'closed', title: 'Erased inquiry', live_leads: 0 })
    const other = await db.from('partners').where('id', second.partnerId).firstOrFail()
    assert.equal(other.open_leads, 0)
    const line = await db
      .from('audit_entries')
      .where({ action: 'user.erased', subject_id: person.user.id })
      .firstOrFail()
    assert.include(line, { actor_id: admin.id, reason: '[erased] asked for it' })
    const tombstone = await erasureOf(person.user.id)
    assert.include(tombstone, { origin: 'staff', requested_by: admin.id })
  })

  test('masks whole words alone, in any spelling', ({ assert }) => {
    const mask = maskOf({ values: ['Ann Lee', 'ann@lee.example'] })
    assert.equal(
      mask('ANN LEE (ann@lee.example) met Joann Leeds.'),
      '[erased] ([erased]) met Joann Leeds.'
    )
  })
})
