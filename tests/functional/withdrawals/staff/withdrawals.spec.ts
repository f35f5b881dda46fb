import { test } from '@japa/runner'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { debitSettled } from '#ledger/services/partner_money'
import { post } from '#ledger/services/post'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { swapGateway } from '#payments/gateways/registry'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { ACCOUNT_NUMBER, balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

async function requested(amount = 4_000) {
  const partner = await richPartner(amount + 1_000)
  const input = { actor: asActor(partner), amount, currency: 'EUR' }
  const { id } = await new RequestWithdrawal().execute(input)
  return { partner, id, url: `/api/v1/admin/withdrawals/${id}` }
}

test.group('withdrawals.staff.withdrawals.update', (group) => {
  let fake: FakeGateway
  group.each.setup(() => {
    fake = new FakeGateway()
    return swapGateway(fake)
  })

  test('has the gateway pay what was approved, once', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partner, id, url } = await requested()
    const approved = await client.put(url).headers(admin.headers).json({ action: 'approve' })
    approved.assertStatus(200)
    assert.include(approved.body().data, { status: 'approved', driver: 'sandbox', payTo: null })
    assert.equal(approved.body().data.approvals[0].staff.id, admin.user.id)
    assert.include(await balanceOf(partner.partnerId), {
      available: 1_000,
      held: 0,
      inFlight: 4_000,
    })

    await drainOutbox()
    const row = await db.from('withdrawals').where({ id }).firstOrFail()
    assert.equal(row.status, 'paid')
    assert.equal(row.payout_reference, fake.payouts.get(id)!.id)
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, held: 0, inFlight: 0 })
    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'Withdrawal paid')
    const audit = await db.from('audit_entries').where('subject_id', id)
    assert.equal(audit[0].action, 'withdrawal.approved')

    for (const action of ['approve', 'reject'] as const) {
      const again = await client.put(url).headers(admin.headers).json({ action, reason: 'No' })
      again.assertStatus(409)
      assert.include(again.body().errors[0], { code: 'E_WITHDRAWAL_STATE', state: 'paid' })
    }
    const byHand = await client
      .put(url)
      .headers(admin.headers)
      .json({ action: 'pay', reference: 'x' })
    assert.equal(byHand.body().errors[0].code, 'E_PAID_BY_GATEWAY')
  })

  test('gives the money back when it is rejected', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partner, url } = await requested()
    const wordless = await client.put(url).headers(admin.headers).json({ action: 'reject' })
    wordless.assertStatus(422)
    const body = { action: 'reject', reason: 'Wrong account' }
    const rejected = await client.put(url).headers(admin.headers).json(body)
    rejected.assertStatus(200)
    assert.equal(rejected.body().data.status, 'rejected')
    assert.include(await balanceOf(partner.partnerId), { available: 5_000, held: 0 })
    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'Wrong account')
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    await new RequestWithdrawal().execute(input)
  })

  test('lets nobody approve what is held, and finds it', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partner, id, url } = await requested()
    const step = (json: object) => client.put(url).headers(admin.headers).json(json)
    const wordless = await step({ action: 'hold' })
    wordless.assertStatus(422)
    const held = await step({ action: 'hold', reason: 'A new account' })
    held.assertStatus(200)
    assert.equal(held.body().data.holdReason, 'A new account')
    const again = await step({ action: 'hold', reason: 'Once more' })
    assert.include(again.body().errors[0], { code: 'E_WITHDRAWAL_STATE', state: 'held' })
    const refused = await step({ action: 'approve' })
    assert.include(refused.body().errors[0], {
      code: 'E_WITHDRAWAL_HELD',
      reason: 'A new account',
    })

    const idsOf = async (query: object) => {
      const response = await client
        .get('/api/v1/admin/withdrawals')
        .qs({ partnerId: partner.partnerId, ...query })
        .headers(admin.headers)
      response.assertStatus(200)
      return response.body().data.map((one: any) => one.id)
    }
    assert.deepEqual(await idsOf({ held: true }), [id])
    assert.deepEqual(await idsOf({ held: false }), [])
    assert.deepEqual(await idsOf({ currency: 'EUR', minAmount: 4_000 }), [id])
    assert.deepEqual(await idsOf({ currency: 'EUR', minAmount: 4_001 }), [])
    assert.deepEqual(await idsOf({ until: '2020-01-01T00:00:00Z' }), [])
    const shown = await client.get(url).headers(admin.headers)
    assert.containSubset(shown.body().data.balances, [{ currency: 'EUR', held: { amount: 4_000 } }])

    const released = await step({ action: 'release' })
    assert.isNull(released.body().data.heldAt)
    const approved = await step({ action: 'approve' })
    assert.equal(approved.body().data.status, 'approved')
    const lines = await db.from('audit_entries').where('subject_id', id).orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['withdrawal.held', 'withdrawal.released', 'withdrawal.approved']
    )
  })

  test('does not let money go to somebody who owes some of it since', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const { partner, id, url } = await requested()
    await write(async (trx) =>
      post(trx, {
        kind: 'test_refund',
        refType: 'test',
        refId: id,
        currency: 'EUR',
        entries: [
          ...(await debitSettled(trx, partner.partnerId, 'EUR', 3_000)),
          { account: 'gateway', ownerId: 'sandbox', amount: 3_000 },
        ],
      })
    )
    assert.include(await balanceOf(partner.partnerId), { available: 0, held: 4_000, debt: 2_000 })
    const refused = await client.put(url).headers(admin.headers).json({ action: 'approve' })
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_PARTNER_IN_DEBT')
    const body = { action: 'reject', reason: 'Owed since' }
    const rejected = await client.put(url).headers(admin.headers).json(body)
    rejected.assertStatus(200)
    assert.include(await balanceOf(partner.partnerId), { available: 2_000, held: 0, debt: 0 })
    assert.deepEqual(await wrongBooks(), [])
  })

  test('gives it back when the gateway fails or refuses', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    for (const mood of ['fails', 'refuses'] as const) {
      const { partner, id, url } = await requested()
      fake.mood = mood
      await client.put(url).headers(admin.headers).json({ action: 'approve' })
      await drainOutbox()
      const row = await db.from('withdrawals').where({ id }).firstOrFail()
      assert.equal(row.status, 'failed')
      assert.isNotNull(row.reason)
      assert.include(await balanceOf(partner.partnerId), { available: 5_000, held: 0, inFlight: 0 })
    }
    assert.deepEqual(await wrongBooks(), [])
  })

  test('needs two people for much money, and never the one who asked', async ({
    client,
    assert,
  }) => {
    const [one, two] = [await actorOfRole('admin'), await actorOfRole('senior_admin')]
    const { id, url } = await requested(100_001)
    const approve = (by: TestActor) =>
      client.put(url).headers(by.headers).json({ action: 'approve' })
    const first = await approve(one)
    assert.include(first.body().data, { status: 'requested', approvalsNeeded: 2 })
    const again = await approve(one)
    again.assertStatus(409)
    assert.equal(again.body().errors[0].code, 'E_SECOND_PERSON_NEEDED')
    const second = await approve(two)
    assert.equal(second.body().data.status, 'approved')

    const own = await requested()
    await db.from('withdrawals').where({ id: own.id }).update({ requested_by: one.user.id })
    const self = await client.put(own.url).headers(one.headers).json({ action: 'approve' })
    assert.equal(self.body().errors[0].code, 'E_SECOND_PERSON_NEEDED')
    assert.equal(fake.payouts.has(id), false)
    await drainOutbox()
    assert.equal(fake.payouts.has(id), true)
  })

  test('needs the second person from the first unit above the threshold on', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const threshold = env.get('WITHDRAWAL_TWO_APPROVALS_OVER')
    const needed: number[] = []
    for (const amount of [threshold, threshold + 1]) {
      const { url } = await requested(amount)
      const answer = await client.put(url).headers(admin.headers).json({ action: 'approve' })
      const { status, approvalsNeeded } = answer.body().data
      assert.equal(status, amount > threshold ? 'requested' : 'approved')
      needed.push(approvalsNeeded)
    }
    assert.deepEqual(needed, [1, 2])
  })

  test('is refused to a session that has not proved itself lately', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partner, id, url } = await requested()
    const state = async () => ({
      withdrawal: await db.from('withdrawals').where({ id }).firstOrFail(),
      approvals: await db.from('withdrawal_approvals').where('withdrawal_id', id),
      balance: await balanceOf(partner.partnerId),
    })
    const before = await state()
    await letProofAge(admin)
    for (const body of [{ action: 'approve' }, { action: 'reject', reason: 'No' }]) {
      const refused = await client.put(url).headers(admin.headers).json(body)
      refused.assertStatus(403)
      assert.equal(refused.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    }
    assert.deepEqual(await state(), before)
    const fresh = await logIn(admin.user)
    const approved = await client.put(url).headers(fresh.headers).json({ action: 'approve' })
    approved.assertStatus(200)
  })

  test('takes twenty clicks of each of two people for one', async ({ client, assert }) => {
    const admins = [await actorOfRole('admin'), await actorOfRole('admin')]
    const { partner, id, url } = await requested()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, click) =>
        client
          .put(url)
          .headers(admins[click % 2].headers)
          .json(click % 4 < 2 ? { action: 'approve' } : { action: 'reject', reason: 'No' })
      )
    )
    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status === 200),
      1
    )
    assert.isTrue(statuses.every((status) => status === 200 || status === 409))
    await Promise.all([drainOutbox(), drainOutbox()])
    const row = await db.from('withdrawals').where({ id }).firstOrFail()
    const isPaid = row.status === 'paid'
    assert.equal(fake.payouts.has(id), isPaid)
    const expected = { available: isPaid ? 1_000 : 5_000, held: 0, inFlight: 0 }
    assert.include(await balanceOf(partner.partnerId), expected)
    assert.deepEqual(await wrongBooks(), [])
  })
})

test.group('withdrawals paid by hand', (group) => {
  group.each.setup(() => swapGateway(Object.assign(new FakeGateway(), { createPayout: undefined })))

  test('show the account, take a reference, and may come back', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partner, url } = await requested()
    const step = async (body: object) => {
      const answer = await client.put(url).headers(admin.headers).json(body)
      return answer.body()
    }
    const early = await step({ action: 'pay', reference: 'SEPA 1' })
    assert.equal(early.errors[0].state, 'requested')
    const trial = await client
      .put(url)
      .headers({ ...admin.headers, 'x-dry-run': '1' })
      .json({ action: 'approve' })
    assert.include(trial.body().data, { status: 'approved', payTo: null })
    const approved = await step({ action: 'approve' })
    assert.include(approved.data, { status: 'approved', driver: 'manual' })
    assert.equal(approved.data.payTo.accountNumber, ACCOUNT_NUMBER)
    const paid = await step({ action: 'pay', reference: `SEPA ${partner.partnerId}` })
    assert.include(paid.data, { status: 'paid', payTo: null })
    assert.equal(paid.data.reference, `SEPA ${partner.partnerId}`)
    assert.include(await balanceOf(partner.partnerId), { available: 1_000, inFlight: 0 })
    const returned = await step({ action: 'fail', reason: 'Account closed' })
    assert.equal(returned.data.status, 'failed')
    assert.include(await balanceOf(partner.partnerId), { available: 5_000, inFlight: 0 })
    assert.deepEqual(await wrongBooks(), [])

    const other = await requested()
    await client.put(other.url).headers(admin.headers).json({ action: 'approve' })
    const same = { action: 'pay', reference: `SEPA ${partner.partnerId}` }
    const taken = await client.put(other.url).headers(admin.headers).json(same)
    assert.equal(taken.body().errors[0].code, 'E_REFERENCE_TAKEN')
  })
})

test.group('withdrawals.staff.withdrawals.index', () => {
  test('is a queue for those who review', async ({ client, assert }) => {
    const { partner, id } = await requested()
    const admin = await actorOfRole('admin')
    const page = await client
      .get('/api/v1/admin/withdrawals')
      .qs({ status: 'requested', partnerId: partner.partnerId })
      .headers(admin.headers)
    page.assertStatus(200)
    assert.deepEqual(
      page.body().data.map((one: any) => [one.id, one.partner.id]),
      [[id, partner.partnerId]]
    )
    assert.notInclude(JSON.stringify(page.body()), ACCOUNT_NUMBER)
    const agent = await actorOfRole('agent')
    const other = await client.get('/api/v1/admin/withdrawals').headers(agent.headers)
    other.assertStatus(403)
  })
})
