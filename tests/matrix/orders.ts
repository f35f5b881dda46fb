import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { fillCart, placeOrder } from '#tests/helpers/shopping'
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
]
