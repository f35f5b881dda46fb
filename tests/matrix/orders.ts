import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { fillCart, placeOrder, placePaidOrder } from '#tests/helpers/shopping'
import type { MatrixRow } from '#tests/matrix/row'

const OWNERS: MatrixRow['allow'] = ['client', 'partner']
const order = { param: 'orderId', missing: newId('order'), owned: OWNERS }

/** An order of the caller's: placed by a client, or with a part of the partner's. */
async function orderOf(caller: TestActor) {
  const { role } = caller.user
  const partner = role === 'partner' ? await makePartner(await makeCorner(), {}, caller) : undefined
  const { variantId } = await makeListing({ partner })
  const buyer = role === 'client' ? caller : await actorOfRole('client')
  const { orderId } = await placeOrder([variantId], buyer)
  return { params: { orderId } }
}

/** A fresh paid order of the caller's, with its only part. */
async function paidOrderOf(caller: TestActor, kind: 'product' | 'package' = 'product') {
  const { role } = caller.user
  const account = role === 'partner' ? caller : undefined
  const partner = await makePartner(await makeCorner(), {}, account)
  const { variantId } = await makeListing({ partner, kind })
  const buyer = role === 'client' ? caller : await actorOfRole('client')
  const { orderId } = await placePaidOrder([variantId], buyer)
  const part = await db.from('partner_orders').where('order_id', orderId).firstOrFail()
  return { orderId, partnerOrderId: part.id as string }
}

const part = { param: 'partnerOrderId', missing: newId('partnerOrder'), owned: true }
const ADMINS: MatrixRow['allow'] = ['admin', 'senior_admin']
const READERS: MatrixRow['allow'] = ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin']

export const rows: MatrixRow[] = [
  { route: 'orders.index', allow: ['client'], request: async () => ({}), success: 200 },
  {
    route: 'orders.store',
    allow: ['client'],
    async request(caller) {
      if (caller.user.role === 'client') await fillCart(caller, [(await makeListing()).variantId])
      return { body: { requirements: 'Blue, please' } }
    },
    success: 201,
  },
  {
    route: 'orders.show',
    allow: ['client', 'partner', ...READERS],
    request: orderOf,
    success: 200,
    object: order,
  },
  {
    route: 'orders.cancellations.store',
    allow: ['client'],
    async request(caller) {
      const { orderId } = await paidOrderOf(caller)
      return { params: { orderId }, body: { reason: 'Changed my mind' } }
    },
    success: 200,
    object: { ...order, owned: true },
  },
  {
    route: 'orders.statuses.update',
    allow: ['partner', ...ADMINS],
    async request(caller) {
      const { orderId } = await paidOrderOf(caller)
      return { params: { orderId }, body: { status: 'accepted' } }
    },
    success: 200,
    object: { ...order, owned: ['partner'] },
  },
  {
    route: 'orders.partner.orders.index',
    allow: ['partner'],
    request: async () => ({ query: { status: 'placed' } }),
    success: 200,
  },
  {
    route: 'orders.partner.orders.show',
    allow: ['partner'],
    async request(caller) {
      const { partnerOrderId } = await paidOrderOf(caller)
      return { params: { partnerOrderId } }
    },
    success: 200,
    object: part,
  },
  {
    route: 'orders.partner.statuses.update',
    allow: ['partner'],
    async request(caller) {
      const { partnerOrderId } = await paidOrderOf(caller)
      return { params: { partnerOrderId }, body: { status: 'accepted' } }
    },
    success: 200,
    object: part,
  },
]
