import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { commissionRules } from '#ledger/queries/commission_rules'
import { commissionBps } from '#ledger/services/commission'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeCategory } from '#tests/helpers/marketplace'

const URL = '/api/v1/admin/commission-rules'

test.group('admin.commission_rules', (group) => {
  let admin: TestActor

  group.setup(async () => {
    admin = await actorOfRole('admin')
  })

  async function versionNow(client: any): Promise<number> {
    const read = await client.get(URL).headers(admin.headers)
    read.assertStatus(200)
    return read.body().data.version
  }

  const put = (client: any, json: object) => client.put(URL).headers(admin.headers).json(json)

  test('replaces the list in its order, audits it, and pricing sees it at once', async ({
    client,
    assert,
  }) => {
    const categoryId = await makeCategory()
    const version = await versionNow(client)
    const rules = [
      { name: 'Events here', categoryId, listingKind: 'event', bps: 300 },
      { name: 'This category', categoryId, bps: 800 },
    ]
    const response = await put(client, { version, rules })
    response.assertStatus(200)
    const { data } = response.body()
    assert.equal(data.version, version + 1)
    assert.equal(data.defaultBps, 1000)
    assert.deepEqual(data.rules[1], {
      name: 'This category',
      partnerId: null,
      categoryId,
      listingKind: null,
      bps: 800,
    })
    const read = await client.get(URL).headers(admin.headers)
    assert.deepEqual(read.body().data, data)

    const sale = { partnerId: newId('partner'), categoryIds: [categoryId], listingKind: 'event' }
    const known = await commissionRules()
    assert.equal(commissionBps(known, sale), 300)
    assert.equal(commissionBps(known, { ...sale, listingKind: 'product' }), 800)
    const inside = await write(async () => commissionBps(await commissionRules(), sale))
    assert.equal(inside, 300)

    const entry = await db
      .from('audit_entries')
      .where({ action: 'commission_rules.replaced', actor_id: admin.user.id })
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.deepEqual(JSON.parse(entry.after).rules, data.rules)
    assert.isArray(JSON.parse(entry.before).rules)
  })

  test('of two who read the same one is refused', async ({ client, assert }) => {
    const version = await versionNow(client)
    const answers = await Promise.all(
      [1, 2, 3].map((bps) => put(client, { version, rules: [{ name: 'All', bps }] }))
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 409, 409])
    const stale = answers.find((answer) => answer.status() === 409)!
    assert.include(stale.body().errors[0], {
      code: 'E_COMMISSION_RULES_STALE',
      version: version + 1,
    })
    assert.equal(await versionNow(client), version + 1)
  })

  test('refuses what it cannot resolve, and keeps the rules as they were', async ({
    client,
    assert,
  }) => {
    const version = await versionNow(client)
    const all = { name: 'All', bps: 100 }
    const wrong: [object, string][] = [
      [{ ...all, categoryId: newId('category') }, 'rules.1.categoryId'],
      [{ ...all, partnerId: newId('partner') }, 'rules.1.partnerId'],
      [{ ...all, partnerId: '' }, 'rules.1.partnerId'],
      [{ ...all, listingKind: 'service' }, 'rules.1.listingKind'],
      [{ ...all, bps: 10_001 }, 'rules.1.bps'],
      [{ bps: 100 }, 'rules.1.name'],
    ]
    for (const [rule, field] of wrong) {
      const response = await put(client, { version, rules: [all, rule] })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
    assert.equal(await versionNow(client), version)
    const empty = await put(client, { version, rules: [] })
    empty.assertStatus(200)
    assert.deepEqual(empty.body().data.rules, [])
  })
})
