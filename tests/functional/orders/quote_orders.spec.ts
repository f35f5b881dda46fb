import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { forgetCommissionRules } from '#ledger/queries/commission_rules'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import { asActor, leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'

/** An inquiry with the quotes of two partners. */
async function quoted() {
  const corner = await makeCorner()
  const partners = [await makePartner(corner), await makePartner(corner)]
  const { client: buyer, inquiryId } = await submitInquiry(corner)
  const leadIds = []
  for (const partner of partners) {
    const leadId = await leadOf(inquiryId, partner.partnerId)
    await new RespondToLead().execute({
      actor: asActor(partner),
      leadId,
      message: 'With pleasure',
      quote: { amount: 30_000, currency: 'EUR' },
    })
    leadIds.push(leadId)
  }
  return { buyer, inquiryId, leadIds, partners, corner }
}

test.group('an accepted quote', () => {
  test('makes one order of one line, which the client finds by the lead', async ({
    client,
    assert,
  }) => {
    const { buyer, inquiryId, leadIds, partners } = await quoted()
    const responses = await Promise.all(
      leadIds.map((leadId) =>
        client
          .post(`/api/v1/inquiries/${inquiryId}/accept/${leadId}`)
          .headers(buyer.headers)
          .json({})
      )
    )
    assert.deepEqual(responses.map((response) => response.status()).sort(), [200, 409])
    const won = responses.findIndex((response) => response.status() === 200)
    const list = await client
      .get('/api/v1/orders')
      .qs({ leadId: leadIds[won] })
      .headers(buyer.headers)
    list.assertStatus(200)
    assert.lengthOf(list.body().data, 1)
    const { id } = list.body().data[0]
    const order = (await client.get(`/api/v1/orders/${id}`).headers(buyer.headers)).body().data
    assert.equal(order.source, 'quote')
    assert.equal(order.leadId, leadIds[won])
    assert.equal(order.status, 'awaiting_payment')
    assert.deepEqual(order.totals.goods, { amount: 30_000, currency: 'EUR' })
    const [part] = order.partnerOrders
    assert.equal(part.partner.id, partners[won].partnerId)
    assert.deepEqual(part.revisions, { allowed: 2, used: 0 })
    assert.deepEqual(
      part.lines.map((line: any) => [line.kind, line.quantity, line.listingId]),
      [['quote', 1, null]]
    )
    const orders = await db.from('orders').whereIn('lead_id', leadIds)
    assert.lengthOf(orders, 1)
  })

  test('costs the commission of its category', async ({ client, assert, cleanup }) => {
    const { buyer, inquiryId, leadIds, corner } = await quoted()
    // before all rules that other tests have made
    const position = -1
    await db.table('commission_rules').insert({
      position,
      name: 'This corner',
      category_id: corner.categoryId,
      bps: 777,
      created_at: clock.now(),
    })
    forgetCommissionRules()
    cleanup(async () => {
      await db.from('commission_rules').where('position', position).delete()
      forgetCommissionRules()
    })
    await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${leadIds[0]}`)
      .headers(buyer.headers)
      .json({})
    const order = await db.from('orders').where('lead_id', leadIds[0]).firstOrFail()
    const line = await db.from('order_lines').where('order_id', order.id).firstOrFail()
    assert.equal(line.commission_bps, 777)
    assert.equal(Number(line.commission_amount), Math.floor((30_000 * 777) / 10_000))
  })
})
