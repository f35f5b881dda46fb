/*
 * Clients who buy: carts, orders and what is left of the stock.
 */
import db from '@adonisjs/lucid/services/db'
import PutInCart from '#carts/actions/put_in_cart'
import { write } from '#core/database/write'
import { post } from '#ledger/services/post'
import AdvanceOrder from '#orders/actions/advance_order'
import PlaceOrder from '#orders/actions/place_order'
import { partsOf } from '#orders/queries/order_parts'
import type { Step } from '#orders/services/advance_part'
import { markOrderPaid } from '#orders/services/mark_paid'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { needsAddress } from '#tests/helpers/addresses'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, sharedCorner, makePartner } from '#tests/helpers/marketplace'

/** Puts variants into the cart of a client with an address; one piece of each unless told otherwise. */
export async function fillCart(client: TestActor, variantIds: string[], quantity = 1) {
  await needsAddress(client)
  for (const variantId of variantIds)
    await new PutInCart().add({ actor: asActor(client), variantId, quantity })
}

/** An unpaid order of these variants. */
export async function placeOrder(variantIds: string[], client?: TestActor, quantity = 1) {
  const buyer = client ?? (await actorOfRole('client'))
  await fillCart(buyer, variantIds, quantity)
  const placed = await new PlaceOrder().execute({ actor: asActor(buyer) })
  return { client: buyer, orderId: placed.order.id, ...placed }
}

/** The same, paid for, and in the books, as if a gateway called `test` had taken the money. */
export async function placePaidOrder(variantIds: string[], client?: TestActor, quantity = 1) {
  const placed = await placeOrder(variantIds, client, quantity)
  await write(async (trx) => {
    await markOrderPaid(trx, placed.orderId)
    const parts = await partsOf(trx, placed.orderId)
    const tax = parts.reduce((total, part) => total + Number(part.tax_amount), 0)
    const earned = parts.reduce((total, part) => total + Number(part.earning_amount), 0)
    const whole = Number(placed.order.total_amount)
    await post(trx, {
      kind: 'payment_captured',
      refType: 'payment',
      refId: placed.orderId,
      currency: placed.order.currency,
      entries: [
        { account: 'gateway', ownerId: 'test', amount: 0 - whole },
        ...parts.map((part) => ({
          account: 'partner_pending' as const,
          ownerId: part.partner_id,
          amount: Number(part.earning_amount),
        })),
        { account: 'tax', amount: tax },
        { account: 'platform_revenue', amount: whole - earned - tax },
      ],
    })
  })
  return placed
}

/** A paid order with one part of each of some partners. */
export async function placePaidParts(partners = 1, kind: 'product' | 'package' = 'product') {
  const sellers = []
  const variantIds = []
  for (let one = 0; one < partners; one++) {
    const seller = await makePartner(await sharedCorner())
    const { variantId } = await makeListing({ partner: seller, kind })
    sellers.push(seller)
    variantIds.push(variantId)
  }
  const placed = await placePaidOrder(variantIds)
  const parts = await db.from('partner_orders').where('order_id', placed.orderId).select('*')
  const partIds = sellers.map(
    ({ partnerId }) => parts.find((part) => part.partner_id === partnerId).id as string
  )
  return { ...placed, sellers, partIds, variantIds }
}

/** A partner takes a part these steps further. */
export async function walkPart(seller: TestActor, partnerOrderId: string, ...steps: Step[]) {
  for (const status of steps)
    await new AdvanceOrder().ownPart({ partnerOrderId }, { actor: asActor(seller), status })
}
