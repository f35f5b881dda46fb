import { newId } from '#core/support/ids'
import type { TestActor } from '#tests/helpers/actors'
import { actorOfRole } from '#tests/helpers/actors'
import { deletedBy, shopErased } from '#tests/helpers/deletions'
import { makeListing } from '#tests/helpers/catalogue'
import { makeDeliveredLine } from '#tests/helpers/orders'
import { makeReview, makeShop } from '#tests/helpers/reviews'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const EVERYBODY: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]
const MODERATORS: Caller[] = ['admin', 'senior_admin']
const WORDS = { rating: 4, title: 'Good paper', body: 'It hangs in the hall.' }

const review = { param: 'reviewId', missing: newId('review') }
/** Whoever wrote it still learns that it was removed; for others it is gone. */
const removable = {
  ...review,
  deleted: deletedBy('admin.reviews.destroy', { role: 'admin', body: { reason: 'An advert' } }),
}

/** A review by the caller, or of the caller's shop; of and by others when the caller is neither. */
async function reviewFor(caller: TestActor) {
  const { role } = caller.user
  const shop = await makeShop(role === 'partner' ? caller : undefined)
  const { id } = await makeReview(shop, { client: role === 'client' ? caller : undefined })
  return { params: { reviewId: id } }
}

async function lineFor(caller: TestActor) {
  const { partner, productId: listingId } = await makeShop()
  const client = caller.user.role === 'client' ? caller : await actorOfRole('client')
  return makeDeliveredLine({ client, partner, listingId })
}

export const rows: MatrixRow[] = [
  {
    route: 'reviews.products.index',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: { productId: (await makeShop()).productId } }),
    success: 200,
    object: {
      param: 'productId',
      missing: newId('product'),
      owned: false,
      deleted: deletedBy('products.destroy', { role: 'admin' }),
    },
  },
  ...(['package', 'event'] as const).map((kind): MatrixRow => ({
    route: `reviews.${kind}s.index`,
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: { [`${kind}Id`]: (await makeListing({ kind })).listingId } }),
    success: 200,
    object: {
      param: `${kind}Id`,
      missing: newId(kind),
      owned: false,
      deleted: deletedBy(`${kind}s.destroy`, { role: 'admin' }),
    },
  })),
  {
    route: 'reviews.partners.index',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: { partnerId: (await makeShop()).partner.partnerId } }),
    success: 200,
    object: { param: 'partnerId', missing: newId('partner'), owned: false, deleted: shopErased },
  },
  {
    route: 'reviews.store',
    allow: ['client'],
    request: async (caller) => ({
      body: { orderLineId: (await lineFor(caller)).orderLineId, ...WORDS },
    }),
    success: 201,
  },
  {
    route: 'reviews.update',
    allow: ['client'],
    request: async (caller) => ({ ...(await reviewFor(caller)), body: { rating: 5 } }),
    success: 200,
    object: { ...review, owned: true },
  },
  {
    route: 'reviews.reports.store',
    allow: EVERYBODY_LOGGED_IN,
    request: async (caller) => ({ ...(await reviewFor(caller)), body: { reason: 'spam' } }),
    success: 204,
    object: { ...removable, owned: false },
  },
  {
    route: 'reviews.replies.store',
    allow: ['partner'],
    request: async (caller) => ({ ...(await reviewFor(caller)), body: { reply: 'Thank you' } }),
    success: 200,
    object: { ...removable, owned: true },
  },
  {
    route: 'admin.reviews.index',
    allow: MODERATORS,
    request: async () => ({ query: { reported: 'true' } }),
    success: 200,
  },
  {
    route: 'admin.reviews.show',
    allow: MODERATORS,
    request: reviewFor,
    success: 200,
    object: { ...review, owned: false },
  },
  {
    route: 'admin.reviews.update',
    allow: MODERATORS,
    request: async (caller) => ({ ...(await reviewFor(caller)), body: { decision: 'approve' } }),
    success: 200,
    object: { ...review, owned: false },
  },
  {
    route: 'admin.reviews.destroy',
    allow: MODERATORS,
    request: async (caller) => ({ ...(await reviewFor(caller)), body: { reason: 'An advert' } }),
    success: 204,
    object: { ...review, owned: false },
  },
]
