import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { deletedBy } from '#tests/helpers/deletions'
import { fillCart } from '#tests/helpers/shopping'
import type { MatrixRow } from '#tests/matrix/row'

const item = {
  param: 'itemId',
  missing: newId('item'),
  owned: true,
  deleted: deletedBy('carts.items.destroy'),
}

/** A line in the caller's cart; in somebody else's when the caller is no client. */
async function itemOf(caller: TestActor) {
  const buyer = caller.user.role === 'client' ? caller : await actorOfRole('client')
  const { variantId } = await makeListing()
  await fillCart(buyer, [variantId])
  const line = await db.from('cart_lines').where('variant_id', variantId).firstOrFail()
  return { params: { itemId: line.id as string } }
}

const nothing = async () => ({})

export const rows: MatrixRow[] = [
  { route: 'carts.show', viewable: true, allow: ['client'], request: nothing, success: 200 },
  { route: 'carts.destroy', allow: ['client'], request: nothing, success: 200 },
  { route: 'carts.counts.show', viewable: true, allow: ['client'], request: nothing, success: 200 },
  {
    route: 'carts.items.store',
    allow: ['client'],
    request: async () => ({
      body: { variantId: (await makeListing()).variantId, quantity: 1 },
    }),
    success: 200,
  },
  {
    route: 'carts.items.update',
    allow: ['client'],
    request: async (caller) => ({ ...(await itemOf(caller)), body: { quantity: 2 } }),
    success: 200,
    object: item,
  },
  {
    route: 'carts.items.destroy',
    allow: ['client'],
    request: itemOf,
    success: 200,
    object: item,
  },
  {
    route: 'carts.coupons.update',
    allow: ['client'],
    async request(caller) {
      if (caller.user.role === 'client') await itemOf(caller)
      return { body: { code: (await makeCoupon(await actorOfRole('admin'))).code } }
    },
    success: 200,
  },
  { route: 'carts.coupons.destroy', allow: ['client'], request: nothing, success: 200 },
]
