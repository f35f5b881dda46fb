import { test } from '@japa/runner'
import SetCoupon from '#carts/actions/set_coupon'
import { write } from '#core/database/write'
import { releaseCoupon } from '#coupons/services/redemptions'
import { redemptionsOf } from '#coupons/queries/list_redemptions'
import PlaceOrder from '#orders/actions/place_order'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { isSqlite, planOf } from '#tests/helpers/plans'
import { fillCart } from '#tests/helpers/shopping'

/** A partner with a coupon that three clients have used, one of whom gave it back. */
async function usedCoupon() {
  const owner = await makePartner(await makeCorner())
  const { variantId } = await makeListing({ partner: owner })
  const coupon = await makeCoupon(owner)
  const buy = async () => {
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    await new SetCoupon().apply({ actor: asActor(buyer), code: coupon.code })
    const { order } = await new PlaceOrder().execute({ actor: asActor(buyer) })
    return { order, buyer }
  }
  const orders = [await buy(), await buy(), await buy()]
  await write((trx) => releaseCoupon(trx, orders[0].order.id))
  return { coupon, owner, orders }
}

test.group('coupons.redemptions.index', () => {
  test('says who used a coupon: staff whose account, its partner a name, others nothing', async ({
    client,
    assert,
  }) => {
    const { coupon, owner, orders } = await usedCoupon()
    const admin = await actorOfRole('admin')
    const url = `/api/v1/coupons/${coupon.id}/redemptions`
    const response = await client.get(url).headers(admin.headers)
    response.assertStatus(200)
    const expected = orders.map(({ order, buyer }, at) => ({
      order: { id: order.id, number: order.number },
      client: { id: buyer.user.id, name: buyer.user.name },
      amount: { amount: Number(order.discount_amount), currency: order.currency },
      state: at === 0 ? 'released' : 'redeemed',
    }))
    const seen = response.body().data.map(({ createdAt, ...use }: any) => {
      assert.match(createdAt, /^\d{4}-.*Z$/)
      return use
    })
    assert.deepEqual(seen, expected.toReversed())
    assert.isAbove(seen[0].amount.amount, 0)

    const own = await client.get(url).headers(owner.headers)
    own.assertStatus(200)
    const clients = own.body().data.map((use: any) => use.client)
    assert.sameDeepMembers(
      clients,
      orders.map(({ buyer }) => ({ id: null, name: buyer.user.name }))
    )
    assert.notInclude(JSON.stringify(own.body()), orders[0].buyer.user.id)
    const foreign = await client.get(url).headers((await actorOfRole('partner')).headers)
    foreign.assertStatus(404)
  })

  test('hands out pages', async ({ client, assert }) => {
    const { coupon, orders } = await usedCoupon()
    const { headers } = await actorOfRole('admin')
    const page = (query: object) =>
      client.get(`/api/v1/coupons/${coupon.id}/redemptions`).qs(query).headers(headers)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { data, meta }: any = (await page({ limit: 2, ...(cursor && { cursor }) })).body()
      seen.push(...data.map((use: any) => use.order.id))
      cursor = meta.nextCursor
    } while (cursor)
    assert.deepEqual(seen, orders.map(({ order }) => order.id).toReversed())
  })

  test('is served by an index', async ({ assert }) => {
    const query = redemptionsOf('cpn_x').orderBy('coupon_redemptions.order_id', 'desc').limit(21)
    const plan = await planOf('coupon_redemptions', query)
    assert.match(plan, /coupon_redemptions_coupon_id_order_id_index/)
    if (isSqlite()) assert.notMatch(plan, /TEMP B-TREE|SCAN \w+"/)
  })
})
