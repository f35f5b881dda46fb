import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import { MAX_AMOUNT } from '#core/support/money'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { makeRegion } from '#tests/helpers/regions'
import { fillCart } from '#tests/helpers/shopping'

const EUR = (amount: number) => ({ currency: 'EUR', amount })

/** Asks for an order of what is in the cart. */
function checkout(client: any, buyer: TestActor) {
  return client
    .post('/api/v1/orders')
    .headers({ ...buyer.headers, 'idempotency-key': unique() })
    .json({})
}

test.group('an order has a ceiling', () => {
  test('a cart says what is too much, in exact amounts; the checkout refuses', async ({
    client,
    assert,
  }) => {
    const dear = await makeListing({ prices: [EUR(MAX_AMOUNT)], kind: 'package' })
    const cheap = await makeListing({ prices: [EUR(1)], kind: 'package' })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [dear.variantId], 9_999)
    await fillCart(buyer, [cheap.variantId])
    const cart = (await client.get('/api/v1/cart').headers(buyer.headers)).body().data
    const kinds = cart.changes.map(({ kind }: any) => kind)
    assert.deepEqual(kinds, ['too_much'])
    assert.deepEqual(cart.totals.goods, EUR(1))
    assert.isNull(cart.groups[0].lines[0].goods)
    const refused = await checkout(client, buyer)
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ code: 'E_ORDER_TOO_LARGE' }] })
  })

  test('lines count together', async ({ client, assert }) => {
    const dear = await makeListing({ prices: [EUR(MAX_AMOUNT)], kind: 'package' })
    const cheap = await makeListing({ prices: [EUR(1)], kind: 'package' })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [dear.variantId, cheap.variantId])
    const refused = await checkout(client, buyer)
    refused.assertStatus(409)
    const items = (await client.get('/api/v1/cart').headers(buyer.headers)).body().data.groups
    await client.delete(`/api/v1/cart/items/${items[1].lines[0].id}`).headers(buyer.headers)
    const placed = await checkout(client, buyer)
    placed.assertStatus(201)
    assert.deepEqual(placed.body().data.total, EUR(MAX_AMOUNT))
  })

  test('holds for what staff write', async ({ client }) => {
    const { variantId } = await makeListing({ prices: [EUR(MAX_AMOUNT)], kind: 'package' })
    const agent = await actorOfRole('admin')
    const buyer = await actorOfRole('client')
    const refused = await client
      .post('/api/v1/admin/orders')
      .headers({ ...agent.headers, 'idempotency-key': 'manual' })
      .json({ clientId: buyer.user.id, lines: [{ variantId, quantity: 2 }] })
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ code: 'E_ORDER_TOO_LARGE' }] })
  })

  test('holds for a quote, which stays open', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { client: buyer, inquiryId } = await submitInquiry(corner)
    const leadId = await leadOf(inquiryId, partner.partnerId)
    const quote = EUR(MAX_AMOUNT)
    const actor = asActor(partner)
    await new RespondToLead().execute({ actor, leadId, message: 'With pleasure', quote })
    const regionId = await makeRegion({ taxBps: 1900 })
    await db.from('users').where('id', buyer.user.id).update({ region_id: regionId })
    const refused = await client
      .post(`/api/v1/inquiries/${inquiryId}/accept/${leadId}`)
      .headers(buyer.headers)
      .json({})
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ code: 'E_ORDER_TOO_LARGE' }] })
    const inquiry = await client.get(`/api/v1/inquiries/${inquiryId}`).headers(buyer.headers)
    assert.equal(inquiry.body().data.status, 'quoted')
  })
})
