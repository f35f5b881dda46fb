import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import AdvanceOrder from '#orders/actions/advance_order'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
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
