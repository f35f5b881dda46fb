import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import CheckIntegrity from '#integrity/queries/check_integrity'
import { swapGateway } from '#payments/gateways/registry'
import EraseAccount from '#privacy/actions/erase_account'
import { sealTraces } from '#privacy/services/traces'
import { PASSWORD } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { keyed, makeLives, type Lives } from '#tests/helpers/lives'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'
import { erasureOf } from '#tests/helpers/privacy'
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

    const gone = { password: PASSWORD, confirm: lives.partner.user.email! }
    const second = await client.delete(account).headers(lives.partner.headers).json(gone)
    assert.equal(second.status(), 204, JSON.stringify(second.body()))
    await lastLook()
    assert.deepEqual(await scan(ofPartner), [])
    assert.deepEqual(await money(), before)
    assert.deepEqual(await differences(), sound)

    const invoice = await db.from('invoices').where('order_id', orders[0].orderId).firstOrFail()
    const paper = await db.from('files').where('id', invoice.file_id).firstOrFail()
    const path = (await filesBelow(dataFolders()[0])).find((one) => one.endsWith(paper.disk_key))!
    const { readFile } = await import('node:fs/promises')
    const text = await textOfPdf(await readFile(path))
    for (const part of [invoice.number, 'Erased person', 'Sold by Erased shop', '238.00'])
      assert.include(text, part)
    const tables = new Set(known.client.concat(known.partner).map((hit) => hit.split(':')[0]))
    console.log(
      `      ${Object.keys(ofClient).length} + ${Object.keys(ofPartner).length} values, ` +
        `${known.client.length} + ${known.partner.length} places (${tables.size} columns and files), ` +
        `${between.length} of the partner left beside the erased client; 0 + 0 after`
    )
  }).timeout(120_000)

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
    const { mailsTo } = await import('#tests/helpers/outbox')
    assert.include((await mailsTo(email)).at(-1), 'your code is')
    assert.isString(sealTraces({ values: [], email, phone: null, since: 0 }))
  })
})
