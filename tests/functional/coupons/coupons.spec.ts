import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { couponRows } from '#coupons/queries/coupon_rows'
import { narrowed } from '#coupons/queries/list_coupons'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeCoupon } from '#tests/helpers/coupons'
import { planOf } from '#tests/helpers/plans'

const endsAt = () => toIso(clock.now() + DAY)

function body(overrides: object = {}) {
  return {
    code: unique('SUMMER-'),
    kind: 'percent',
    bps: 1500,
    endsAt: endsAt(),
    maxUses: 10,
    ...overrides,
  }
}

const EUR = (amount: number) => ({ amount, currency: 'EUR' })

test.group('coupons.store', () => {
  test('a partner makes one of their own, staff one of the platform', async ({
    client,
    assert,
  }) => {
    const partner = await actorOfRole('partner')
    const { id } = await db.from('partners').where({ user_id: partner.user.id }).firstOrFail()
    const wish = body({ minimum: EUR(5000), maxUsesPerClient: 2, partnerId: newId('partner') })
    const own = await client.post('/api/v1/coupons').headers(partner.headers).json(wish)
    own.assertStatus(201)
    assert.containSubset(own.body().data, {
      code: wish.code.toUpperCase(),
      partnerId: id,
      kind: 'percent',
      bps: 1500,
      amount: null,
      minimum: EUR(5000),
      maxUses: 10,
      maxUsesPerClient: 2,
      used: 0,
      isActive: true,
    })

    const admin = await actorOfRole('admin')
    const fixed = body({ kind: 'fixed', bps: undefined, amount: EUR(700) })
    const platform = await client.post('/api/v1/coupons').headers(admin.headers).json(fixed)
    platform.assertStatus(201)
    assert.containSubset(platform.body().data, { partnerId: null, amount: EUR(700), bps: null })
    const entry = await db
      .from('audit_entries')
      .where({ subject_id: platform.body().data.id, action: 'coupon.created' })
      .firstOrFail()
    assert.equal(entry.actor_id, admin.user.id)
  })

  test('refuses terms that do not go together', async ({ client, assert }) => {
    const { headers } = await actorOfRole('partner')
    const wrong: [object, string][] = [
      [{ bps: undefined }, 'bps'],
      [{ bps: 10_001 }, 'bps'],
      [{ bps: 0 }, 'bps'],
      [{ amount: EUR(100) }, 'amount'],
      [{ kind: 'fixed' }, 'bps'],
      [{ kind: 'fixed', bps: undefined }, 'amount'],
      [
        {
          kind: 'fixed',
          bps: undefined,
          amount: EUR(1),
          minimum: { amount: 1, currency: 'USD' },
        },
        'minimum.currency',
      ],
      [{ startsAt: endsAt(), endsAt: endsAt() }, 'endsAt'],
      [{ maxUses: 0 }, 'maxUses'],
      [{ maxUses: 1, maxUsesPerClient: 2 }, 'maxUsesPerClient'],
      [{ code: 'with blank' }, 'code'],
    ]
    for (const [change, field] of wrong) {
      const same = body()
      const response = await client
        .post('/api/v1/coupons')
        .headers(headers)
        .json({ ...same, ...('startsAt' in change ? { startsAt: same.endsAt } : {}), ...change })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
  })

  test('a code is taken for ever, in any spelling', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const { id, code } = await makeCoupon(await actorOfRole('admin'))
    await db.from('coupons').where({ id }).update({ deleted_at: clock.now() })
    const again = await client
      .post('/api/v1/coupons')
      .headers(partner.headers)
      .json(body({ code: code.toLowerCase() }))
    again.assertStatus(422)
    assert.include(again.body().errors[0], { field: 'code', rule: 'unique' })
  })
})

test.group('coupons.index', () => {
  test('shows partners their own and staff all, in pages', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const admin = await actorOfRole('admin')
    const own = [await makeCoupon(partner), await makeCoupon(partner, { isActive: false })]
    const other = await makeCoupon(await actorOfRole('partner'))
    const platform = await makeCoupon(admin)
    const list = async (query: object, { headers } = partner) => {
      const response = await client.get('/api/v1/coupons').qs(query).headers(headers)
      response.assertStatus(200)
      return response.body()
    }
    const ids = async (query: object, who = partner) =>
      (await list(query, who)).data.map((coupon: any) => coupon.id)

    const first = await list({ limit: 1 })
    assert.equal(first.data[0].id, own[1].id)
    assert.deepEqual(await ids({ limit: 1, cursor: first.meta.nextCursor }), [own[0].id])
    assert.deepEqual(await ids({ isActive: false }), [own[1].id])
    assert.deepEqual(await ids({ code: other.code }), [])
    assert.deepEqual(await ids({ partnerId: other.partner_id }), [])

    assert.includeMembers(await ids({ limit: 100 }, admin), [own[0].id, other.id, platform.id])
    assert.deepEqual(await ids({ partnerId: other.partner_id }, admin), [other.id])
    assert.deepEqual(await ids({ code: platform.code.toLowerCase() }, admin), [platform.id])
    const platforms = await list({ partnerId: 'platform', limit: 100 }, admin)
    assert.isTrue(platforms.data.every((coupon: any) => coupon.partnerId === null))
  })

  test('is served by an index', async ({ assert }) => {
    const own = db.from('coupons').where({ partner_id: 'prt_x', is_active: true })
    const plan = await planOf('coupons', own.orderBy('id', 'desc').limit(21))
    assert.match(plan, /coupons_partner_id_is_active_id_index/)
    assert.notMatch(plan, /TEMP B-TREE|filesort/)
  })

  test('finds what was made in a window', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const [first, second] = [await makeCoupon(partner), await makeCoupon(partner)]
    await db
      .from('coupons')
      .where({ id: second.id })
      .update({ created_at: Number(first.created_at) + 2 })
    const [one, other] = [toIso(Number(first.created_at)), toIso(Number(first.created_at) + 2)]
    const found = async (query: object) => {
      const response = await client.get('/api/v1/coupons').qs(query).headers(partner.headers)
      response.assertStatus(200)
      return response.body().data.map((coupon: any) => coupon.id)
    }
    assert.deepEqual(await found({ since: one }), [second.id, first.id])
    assert.deepEqual(await found({ since: other }), [second.id])
    assert.deepEqual(await found({ until: other }), [first.id])
    assert.deepEqual(await found({ until: one }), [])
    for (const filters of [{}, { partnerId: 'platform' }, { isActive: true }]) {
      const query = narrowed(couponRows(db), { ...filters, since: 1, until: 2 })
      const plan = await planOf('coupons', query.orderBy('coupons.id', 'desc').limit(21))
      assert.notMatch(plan, /TEMP B-TREE|filesort|SCAN/, JSON.stringify(filters))
    }
  })
})

test.group('coupons.show', () => {
  test('shows the owner and staff one', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const { id, code } = await makeCoupon(partner)
    const read = ({ headers } = partner) => client.get(`/api/v1/coupons/${id}`).headers(headers)
    const own = await read()
    own.assertStatus(200)
    assert.equal(own.body().data.code, code)
    const staff = await read(await actorOfRole('admin'))
    staff.assertStatus(200)
    const foreign = await read(await actorOfRole('partner'))
    foreign.assertStatus(404)
  })
})

test.group('coupons.update', () => {
  test('changes what is given, and only for the owner', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const coupon = await makeCoupon(partner, { minimum: EUR(100) })
    const url = `/api/v1/coupons/${coupon.id}`
    const change = (json: object, { headers } = partner) =>
      client.put(url).headers(headers).json(json)

    const changed = await change({ bps: 2000, isActive: false, used: 99, code: 'OTHER' })
    changed.assertStatus(200)
    const { data } = changed.body()
    assert.containSubset(data, { bps: 2000, isActive: false, used: 0, code: coupon.code })
    assert.deepEqual(data.minimum, EUR(100))
    const fixed = await change({ kind: 'fixed', amount: EUR(300), minimum: null })
    assert.containSubset(fixed.body().data, { kind: 'fixed', bps: null, minimum: null })

    const foreign = await change({ bps: 1 }, await actorOfRole('partner'))
    foreign.assertStatus(404)
    const admin = await actorOfRole('admin')
    const byStaff = await change({ isActive: true }, admin)
    byStaff.assertStatus(200)
    const entry = await db
      .from('audit_entries')
      .where({ subject_id: coupon.id, action: 'coupon.changed' })
      .firstOrFail()
    assert.deepEqual(JSON.parse(entry.before), { is_active: false })
    assert.deepEqual(JSON.parse(entry.after), { is_active: true })
  })

  test('is not limited below its uses', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const { id } = await makeCoupon(partner)
    await db.from('coupons').where({ id }).update({ used: 7 })
    const change = (maxUses: number) =>
      client.put(`/api/v1/coupons/${id}`).headers(partner.headers).json({ maxUses })
    const refused = await change(6)
    refused.assertStatus(409)
    assert.include(refused.body().errors[0], { code: 'E_COUPON_USED_MORE', used: 7 })
    const exact = await change(7)
    exact.assertStatus(200)
  })
})

test.group('coupons.destroy', () => {
  test('takes it away from lists and from use; its row stays', async ({ client, assert }) => {
    const partner = await actorOfRole('partner')
    const { id } = await makeCoupon(partner)
    const remove = () => client.delete(`/api/v1/coupons/${id}`).headers(partner.headers)
    const foreign = await client
      .delete(`/api/v1/coupons/${id}`)
      .headers((await actorOfRole('partner')).headers)
    foreign.assertStatus(404)
    const gone = await remove()
    gone.assertStatus(204)
    const twice = await remove()
    twice.assertStatus(404)
    const list = await client.get('/api/v1/coupons').headers(partner.headers)
    assert.deepEqual(list.body().data, [])
    assert.isNotNull((await db.from('coupons').where({ id }).firstOrFail()).deleted_at)
  })
})
