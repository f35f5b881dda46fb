import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, HOUR } from '#core/support/clock'
import AdvanceOrder from '#orders/actions/advance_order'
import AnswerSubmission from '#orders/actions/answer_submission'
import SubmitWork from '#orders/actions/submit_work'
import ApproveUnansweredTask from '#orders/tasks/approve_unanswered_task'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { placePaidOrder } from '#tests/helpers/shopping'
import { pdf, picture } from '#tests/helpers/uploads'

/** A paid order of a package with this many revisions, which its partner works on. */
async function inWork(kind: 'package' | 'product' = 'package', revisions = 1) {
  const seller = await makePartner(await makeCorner())
  const listing = kind === 'package' ? { revisions } : {}
  const { variantId } = await makeListing({ partner: seller, kind, listing })
  const { client: buyer, orderId } = await placePaidOrder([variantId])
  const { id: partId } = await db.from('partner_orders').where('order_id', orderId).firstOrFail()
  for (const status of ['accepted', 'processing'] as const)
    await new AdvanceOrder().ownPart({ partnerOrderId: partId }, { actor: asActor(seller), status })
  return { seller, buyer, orderId, partId: partId as string }
}

function handIn(client: ApiClient, seller: TestActor, partId: string, note = 'Here it is') {
  return client
    .post(`/api/v1/partner/orders/${partId}/submissions`)
    .headers(seller.headers)
    .fields({ note })
}

function answer(
  client: ApiClient,
  { buyer, orderId }: { buyer: TestActor; orderId: string },
  submissionId: string,
  body: object
) {
  return client
    .put(`/api/v1/orders/${orderId}/submissions/${submissionId}`)
    .headers(buyer.headers)
    .json(body)
}

test.group('orders.partner.submissions.store', () => {
  test('keeps files, links and a note as a round; client and partner may fetch the files', async ({
    client,
    assert,
  }) => {
    const { seller, buyer, orderId, partId } = await inWork()
    const response = await handIn(client, seller, partId)
      .field('links[]', 'https://example.test/reel')
      .file('files', await picture('png'), { filename: 'reel.png', contentType: 'image/png' })
      .file('files', pdf(), { filename: 'contract.pdf', contentType: 'application/pdf' })
    response.assertStatus(201)
    const { data } = response.body()
    assert.equal(data.status, 'submitted')
    const [round] = data.submissions
    assert.deepEqual([round.round, round.status, round.note], [1, 'submitted', 'Here it is'])
    assert.deepEqual(round.links, ['https://example.test/reel'])
    assert.deepEqual(
      round.files.map((file: any) => [file.name, file.contentType]),
      [
        ['reel.webp', 'image/webp'],
        ['contract.pdf', 'application/pdf'],
      ]
    )
    const seen = await client.get(`/api/v1/orders/${orderId}`).headers(buyer.headers)
    assert.deepEqual(seen.body().data.partnerOrders[0].submissions, data.submissions)
    for (const who of [buyer, seller]) {
      const file = await client.get(round.files[1].url).headers(who.headers)
      file.assertStatus(200)
      assert.match(file.header('content-disposition')!, /^attachment; filename="contract.pdf"/)
    }
    for (const role of ['client', 'partner'] as const) {
      const stranger = await actorOfRole(role)
      const file = await client.get(round.files[1].url).headers(stranger.headers)
      file.assertStatus(404)
    }
  })

  test('wants something in it, and only for a package in work', async ({ client }) => {
    const { seller, partId } = await inWork()
    const empty = await handIn(client, seller, partId, '')
    empty.assertStatus(422)
    ;(await handIn(client, seller, partId)).assertStatus(201)
    const twice = await handIn(client, seller, partId)
    twice.assertStatus(409)
    twice.assertBodyContains({ errors: [{ code: 'E_ORDER_NOT_MOVABLE', state: 'submitted' }] })
    const goods = await inWork('product')
    const wrong = await handIn(client, goods.seller, goods.partId)
    wrong.assertStatus(409)
    wrong.assertBodyContains({ errors: [{ code: 'E_ORDER_WITHOUT_PACKAGE' }] })
    const foreign = await handIn(client, await actorOfRole('partner'), partId)
    foreign.assertStatus(404)
  })

  test('makes one round of five at once', async ({ client, assert }) => {
    const { seller, partId } = await inWork()
    const responses = await Promise.all(
      Array.from({ length: 5 }, () => handIn(client, seller, partId))
    )
    assert.deepEqual(
      responses.map((response) => response.status()).sort(),
      [201, 409, 409, 409, 409]
    )
    assert.lengthOf(await db.from('submissions').where('partner_order_id', partId), 1)
  })

  test('waits for the client: a partner cannot call own work delivered', async ({ client }) => {
    const { seller, partId } = await inWork()
    await handIn(client, seller, partId)
    const response = await client
      .put(`/api/v1/partner/orders/${partId}/status`)
      .headers(seller.headers)
      .json({ status: 'delivered' })
    response.assertStatus(409)
    response.assertBodyContains({ errors: [{ state: 'submitted' }] })
  })
})

test.group('orders.submissions.update', () => {
  test('sends work back as often as the package allows, then takes it', async ({
    client,
    assert,
  }) => {
    const order = await inWork('package', 1)
    const { seller, partId } = order
    const first = (await handIn(client, seller, partId)).body().data.submissions[0].id
    const back = await answer(client, order, first, { decision: 'revise', feedback: 'Brighter' })
    back.assertStatus(200)
    const [part] = back.body().data.partnerOrders
    assert.equal(part.status, 'revision_requested')
    assert.deepEqual(part.revisions, { allowed: 1, used: 1 })
    assert.deepEqual(
      [part.submissions[0].status, part.submissions[0].feedback],
      ['returned', 'Brighter']
    )
    // having read the work, one does not cancel any more
    const cancelled = await client
      .post(`/api/v1/orders/${order.orderId}/cancel`)
      .headers(order.buyer.headers)
      .json({})
    cancelled.assertStatus(409)

    const second = (await handIn(client, seller, partId, 'Brighter now')).body().data.submissions[1]
    assert.equal(second.round, 2)
    const usedUp = await answer(client, order, second.id, { decision: 'revise' })
    usedUp.assertStatus(409)
    usedUp.assertBodyContains({ errors: [{ code: 'E_REVISIONS_USED_UP', allowed: 1 }] })
    const taken = await answer(client, order, second.id, { decision: 'approve' })
    taken.assertStatus(200)
    assert.equal(taken.body().data.status, 'delivered')
    assert.isNotNull(taken.body().data.partnerOrders[0].completesAt)
    const again = await answer(client, order, second.id, { decision: 'approve' })
    again.assertStatus(409)
    again.assertBodyContains({ errors: [{ code: 'E_SUBMISSION_ANSWERED', state: 'approved' }] })
  })

  test('takes one of ten contrary answers', async ({ client, assert }) => {
    const order = await inWork('package', 5)
    const id = (await handIn(client, order.seller, order.partId)).body().data.submissions[0].id
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        answer(client, order, id, { decision: at % 2 ? 'approve' : 'revise' })
      )
    )
    assert.lengthOf(
      responses.filter((response) => response.status() === 200),
      1
    )
    const part = await db.from('partner_orders').where('id', order.partId).firstOrFail()
    assert.equal(part.revisions_used, part.status === 'delivered' ? 0 : 1)
  })

  test("hides what is in somebody else's order", async ({ client }) => {
    const order = await inWork()
    const id = (await handIn(client, order.seller, order.partId)).body().data.submissions[0].id
    const stranger = { ...order, buyer: await actorOfRole('client') }
    ;(await answer(client, stranger, id, { decision: 'approve' })).assertStatus(404)
    const other = { ...(await inWork()), buyer: order.buyer }
    ;(await answer(client, other, id, { decision: 'approve' })).assertStatus(404)
  })
})

test.group('work that nobody answers', (group) => {
  group.each.teardown(() => clock.reset())

  test('counts as approved after fourteen days, told before and after', async ({
    client,
    assert,
  }) => {
    const work = await inWork()
    const { seller, buyer, orderId, partId } = work
    const handedIn = await handIn(client, seller, partId)
    const { approvesAt } = handedIn.body().data
    const wait = Date.parse(approvesAt) - clock.now()
    assert.closeTo(wait, 14 * DAY, HOUR)
    await drainOutbox()
    const mails = () => mailsTo(buyer.user.email!)
    assert.include(
      (await mails()).join(),
      `Without an answer by ${approvesAt.slice(0, 10)} it is approved`
    )

    const statusOf = async () =>
      (await db.from('partner_orders').where('id', partId).firstOrFail()).status
    clock.travel(14 * DAY - HOUR)
    await new ApproveUnansweredTask().run()
    assert.equal(await statusOf(), 'submitted')
    clock.travel(2 * HOUR)
    await new ApproveUnansweredTask().run()
    await new ApproveUnansweredTask().run()
    await drainOutbox()
    clock.reset()
    assert.equal(await statusOf(), 'delivered')
    assert.include((await mails()).join(), 'You did not answer in time')
    const round = await db.from('submissions').where('order_id', orderId).firstOrFail()
    assert.equal(round.status, 'approved')
    const changes = await db
      .from('order_changes')
      .where({ partner_order_id: partId, to_status: 'delivered' })
    assert.deepEqual(
      changes.map((change) => [change.actor_id, change.reason]),
      [[null, 'The client did not answer in time']]
    )
    const news = await db
      .from('notifications')
      .where({ user_id: seller.user.id, kind: 'work_approved', subject_id: partId })
    assert.lengthOf(news, 1)
    assert.include(news[0].body, 'did not answer')
  })

  test('a new round starts anew, and an answer or a dispute stops it', async ({ assert }) => {
    const { seller, buyer, orderId, partId } = await inWork()
    const submit = () =>
      new SubmitWork().execute({
        actor: asActor(seller),
        partnerOrderId: partId,
        note: 'Here it is',
        files: [],
      })
    const approvals = async () => {
      await new ApproveUnansweredTask().run()
      return (await db.from('partner_orders').where('id', partId).firstOrFail()).status
    }
    const dispute = (open: number) =>
      db.from('partner_orders').where('id', partId).update({ open_disputes: open })
    await submit()
    const first = await db.from('submissions').where('order_id', orderId).firstOrFail()
    clock.travel(13 * DAY)
    await new AnswerSubmission().execute({
      actor: asActor(buyer),
      orderId,
      submissionId: first.id,
      decision: 'revise',
    })
    clock.travel(2 * DAY)
    assert.equal(await approvals(), 'revision_requested')
    await submit()
    clock.travel(13 * DAY)
    assert.equal(await approvals(), 'submitted')
    clock.travel(2 * DAY)
    await dispute(1)
    assert.equal(await approvals(), 'submitted')
    await dispute(0)
    assert.equal(await approvals(), 'delivered')
  })
})
