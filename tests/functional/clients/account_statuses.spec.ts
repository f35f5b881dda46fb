import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import LiftSuspensionsTask from '#auth/tasks/lift_suspensions_task'
import ChangeAccountStatus from '#auth/actions/change_account_status'
import { clock, DAY, HOUR, toIso } from '#core/support/clock'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole, PASSWORD } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { changeStatus, CUSTOMERS, staffActor } from '#tests/helpers/customers'
import {
  asActor,
  leadOf,
  makeCorner,
  makePartner,
  sharedCorner,
  submitInquiry,
} from '#tests/helpers/marketplace'
import { balanceOf, richPartner } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { fillCart } from '#tests/helpers/shopping'

const PROFILE = '/api/v1/user/profile'
const statusOf = async (id: string) =>
  (await db.from('users').where({ id }).select('status').first()).status

test.group('clients.account_statuses', () => {
  test('a suspension ends every session at once, and tells the holder why', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const person = await actorOfRole('client')
    const { id, email } = person.user
    ;(await client.get(PROFILE).headers(person.headers)).assertStatus(200)
    const until = toIso(clock.now() + DAY)
    const body = { reason: 'A stolen card', until }
    const response = await client
      .put(`${CUSTOMERS}/${id}/suspend`)
      .headers(admin.headers)
      .json(body)
    response.assertStatus(200)
    assert.equal(response.body().data.status, 'suspended')

    ;(await client.get(PROFILE).headers(person.headers)).assertStatus(401)
    const { refreshToken } = person
    ;(await client.post('/api/v1/auth/refresh-token').json({ refreshToken })).assertStatus(401)
    const live = await db.from('sessions').where({ user_id: id }).whereNull('revoked_at')
    assert.isEmpty(live)
    // right and wrong password look alike: the mail says why
    const logIn = async (password: string) => {
      const answer = await client.post('/api/v1/auth/login').json({ email, password })
      return [answer.status(), answer.body().errors]
    }
    assert.deepEqual(await logIn(PASSWORD), await logIn('not the password'))
    assert.equal((await logIn(PASSWORD))[0], 401)
    await drainOutbox()
    const mail = (await mailsTo(email!)).at(-1)!.replace(/=\r?\n/g, '')
    assert.include(mail, 'A stolen card')
    assert.include(mail, `until ${until.slice(0, 10)}`)

    const entry = await db
      .from('audit_entries')
      .where({ subject_id: id, action: 'customer.suspended' })
      .first()
    assert.deepEqual(JSON.parse(entry.before), { status: 'active' })
    assert.deepEqual(JSON.parse(entry.after), { status: 'suspended', until })
    assert.deepEqual([entry.reason, entry.actor_id], ['A stolen card', admin.user.id])
    const shown = await client.get(`${CUSTOMERS}/${id}`).headers(admin.headers)
    assert.containSubset(shown.body().data, {
      statusReason: 'A stolen card',
      suspendedUntil: until,
    })
  })

  test('only the steps of the table are taken; the others tell the state', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('partner')
    const put = async (verb: string, body: object = { reason: 'Because' }) => {
      const response = await client
        .put(`${CUSTOMERS}/${user.id}/${verb}`)
        .headers(headers)
        .json(body)
      return [response.status(), response.body().errors?.[0].state ?? response.body().data?.status]
    }
    assert.deepEqual(await put('activate'), [409, 'active'])
    assert.deepEqual(await put('suspend'), [200, 'suspended'])
    assert.deepEqual(await put('suspend', { reason: 'Longer' }), [200, 'suspended'])
    assert.deepEqual(await put('ban'), [200, 'banned'])
    assert.deepEqual(await put('ban'), [409, 'banned'])
    assert.deepEqual(await put('suspend'), [409, 'banned'])
    assert.deepEqual(await put('activate', {}), [200, 'active'])
    assert.equal((await put('ban', {}))[0], 422)
    assert.equal((await put('suspend', {}))[0], 422)
    assert.equal((await put('suspend', { reason: 'x', until: toIso(clock.now() - 1) }))[0], 422)
    const row = await db.from('users').where('id', user.id).first()
    assert.deepEqual([row.status_reason, row.suspended_until], [null, null])
    await db.from('users').where('id', user.id).update({ status: 'deleted' })
    assert.equal((await put('activate'))[0], 404)
  })

  test('of many at the same moment one wins', async ({ assert }) => {
    const { user } = await actorOfRole('client')
    const actor = await staffActor()
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        new ChangeAccountStatus().execute({
          actor,
          userId: user.id,
          status: 'banned',
          reason: 'Fraud',
        })
      )
    )
    assert.lengthOf(
      tries.filter(({ status }) => status === 'fulfilled'),
      1
    )
    const entries = db
      .from('audit_entries')
      .where({ subject_id: user.id, action: 'customer.banned' })
    assert.lengthOf(await entries, 1)
  })

  test('the clock lifts a suspension whose time is over, and no other', async ({
    assert,
    cleanup,
  }) => {
    cleanup(() => clock.reset())
    const until = clock.now() + HOUR
    const ids: string[] = []
    for (const change of [{ until }, { until: until + DAY }, {}, { status: 'banned' as const }]) {
      const { user } = await actorOfRole('client')
      await changeStatus(user.id, change)
      ids.push(user.id)
    }
    await new LiftSuspensionsTask().run()
    assert.equal(await statusOf(ids[0]), 'suspended')
    clock.travel(2 * HOUR)
    // somebody made it longer between the look and the write
    const longer = { userId: ids[1], now: clock.now() }
    assert.isFalse(await new ChangeAccountStatus().lift(longer))
    await new LiftSuspensionsTask().run()
    const now = await Promise.all(ids.map(statusOf))
    assert.deepEqual(now, ['active', 'suspended', 'suspended', 'banned'])
    const entry = await db
      .from('audit_entries')
      .where({ subject_id: ids[0], action: 'customer.activated' })
      .first()
    assert.deepEqual([entry.actor_id, entry.reason], [null, 'its time is over'])
  })
})

test.group('a partner whose account is closed', () => {
  test('is found, sold and matched no more, until it is open again', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { listingId, variantId } = await makeListing({ partner })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    const checkout = async () => {
      const headers = { ...buyer.headers, 'idempotency-key': randomUUID() }
      const response = await client.post('/api/v1/orders').headers(headers).json({})
      return [response.status(), response.body().errors?.[0].code]
    }
    const seen = async () => {
      const found = await client.get('/api/v1/partners').qs({ locationId: corner.locationId })
      const reaches = await db.from('partner_reaches').where('partner_id', partner.partnerId)
      return {
        listing: (await client.get(`/api/v1/products/${listingId}`)).status(),
        page: (await client.get(`/api/v1/partners/${partner.partnerId}`)).status(),
        found: found.body().data.length,
        reaches: reaches.length > 0,
      }
    }
    const open = { listing: 200, page: 200, found: 1, reaches: true }
    const closed = { listing: 404, page: 404, found: 0, reaches: false }
    assert.deepEqual(await seen(), open)
    for (const status of ['suspended', 'banned'] as const) {
      await changeStatus(partner.user.id, { status })
      assert.deepEqual(await seen(), closed)
      assert.deepEqual(await checkout(), [409, 'E_CART_UNAVAILABLE'])
    }
    await changeStatus(partner.user.id, { status: 'active' })
    assert.deepEqual(await seen(), open)
    assert.equal((await checkout())[0], 201)
  })

  test('wins no quote', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { client: owner, inquiryId } = await submitInquiry(corner)
    const leadId = await leadOf(inquiryId, partner.partnerId)
    await new RespondToLead().execute({
      actor: asActor(partner),
      leadId,
      quote: { amount: 30_000, currency: 'EUR' },
      message: 'Gladly',
    })
    await changeStatus(partner.user.id, { status: 'suspended' })
    const accept = await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${leadId}`)
      .headers(owner.headers)
    accept.assertStatus(409)
    assert.equal(accept.body().errors[0].state, 'suspended')
  })

  test('keeps its money: nothing leaves while it is suspended, a banned one is paid out', async ({
    assert,
  }) => {
    const partner = await richPartner(5_000)
    const actor = asActor(partner)
    const wish = { actor, amount: 4_000, currency: 'EUR' }
    const { id } = await new RequestWithdrawal().execute(wish)
    await changeStatus(partner.user.id, { status: 'suspended' })
    const approve = async () =>
      new ApproveWithdrawal().execute({ actor: await staffActor(), withdrawalId: id })
    await assert.rejects(approve, 'The partner is suspended')
    await assert.rejects(
      () => new RequestWithdrawal().execute({ ...wish, amount: 1_000 }),
      'The partner is suspended'
    )
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, held: 4_000 })
    await changeStatus(partner.user.id, { status: 'banned' })
    await approve()
    await drainOutbox()
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, held: 0 })
  })
})

test.group('somebody without a shop', () => {
  test('is suspended like everybody', async ({ assert }) => {
    await sharedCorner()
    const { user } = await actorOfRole('client', { email: null, phone: null })
    assert.equal((await changeStatus(user.id, {})).status, 'suspended')
  })
})
