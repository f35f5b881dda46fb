import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { seedDemo } from '#database/seeders/demo/seed_demo'
import { seedReference } from '#database/seeders/reference/seed_reference'

test.group('seedReference', () => {
  test('a second run adds nothing', async ({ assert }) => {
    const count = async () => (await db.from('locations').count('* as rows'))[0].rows
    const before = await count()
    await seedReference()
    assert.equal(await count(), before)
  })
})

test.group('seedDemo', (group) => {
  /* the demo's partners would take part in the matching of other tests */
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('plays every state once, with counters that agree with the leads', async ({ assert }) => {
    await seedDemo()
    const [{ total: leads }] = await db.from('leads').count('* as total')
    await seedDemo()
    assert.equal((await db.from('leads').count('* as total'))[0].total, leads)

    const demo = db.from('users').where('email', 'like', 'partner%@souk.test').select('id')
    const partners = await db.from('partners').whereIn('user_id', demo)
    assert.sameMembers(
      [...new Set(partners.map((partner) => partner.status))],
      ['draft', 'submitted', 'approved', 'rejected', 'suspended']
    )
    const states = new Set<string>()
    for (const partner of partners) {
      const own = await db.from('leads').where('partner_id', partner.id)
      own.forEach((lead) => states.add(lead.status))
      const open = own.filter((lead) => ['pending', 'viewed'].includes(lead.status))
      const answered = own.filter((lead) => lead.answered_at !== null)
      assert.deepEqual(
        [partner.leads_offered, partner.leads_answered, partner.open_leads].map(Number),
        [own.length, answered.length, open.length]
      )
    }
    assert.includeMembers(
      [...states],
      ['pending', 'viewed', 'quoted', 'declined', 'expired', 'won', 'lost']
    )
  })
})
