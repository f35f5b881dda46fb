import { newId } from '#core/support/ids'
import type { TestActor } from '#tests/helpers/actors'
import { makeListing, type ListingOptions, type TestListing } from '#tests/helpers/catalogue'
import { makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { approvedPartner } from '#tests/helpers/partners'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const EVERYBODY: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]
const MODERATORS: Caller[] = ['admin', 'senior_admin']
const SELLERS: Caller[] = ['partner', ...MODERATORS]

/** For partners what others sell is foreign; staff change what anybody sells. */
const OWNERS: Caller[] = ['partner']

const nothing = async () => ({})
const prices = [{ amount: 1999, currency: 'EUR' }]

/** Something that the caller sells; that somebody sells when the caller is no partner. */
async function listingOf(caller: TestActor, options: ListingOptions = {}): Promise<TestListing> {
  const isPartner = caller.user.role === 'partner'
  const partner = await makePartner(await makeCorner(), {}, isPartner ? caller : undefined)
  return makeListing({ partner, ...options })
}

const product = (body?: () => Record<string, unknown>): MatrixRow['request'] =>
  async function (caller) {
    const { listingId } = await listingOf(caller)
    return { params: { productId: listingId }, body: body?.() }
  }

const variant = (body?: () => Record<string, unknown>): MatrixRow['request'] =>
  async function (caller) {
    const { variantId } = await listingOf(caller, { variants: 2 })
    return { params: { variantId }, body: body?.() }
  }

/** A new listing for the caller, or for a partner whom staff name. */
async function newListing(caller: TestActor, more: object) {
  const seller = caller.user.role === 'partner' ? undefined : await makePartner(await makeCorner())
  return {
    body: {
      title: 'Something',
      description: 'To buy.',
      categoryId: await makeCategory(),
      prices,
      ...(seller && { partnerId: seller.partnerId }),
      ...more,
    },
  }
}

const productObject = { param: 'productId', missing: newId('product') }
const variantObject = { param: 'variantId', missing: newId('variant') }
const partnerObject = { param: 'partnerId', missing: newId('partner'), owned: false }
const ofPartner: MatrixRow['request'] = async () => ({
  params: { partnerId: (await approvedPartner()).partnerId },
})

type Row = Omit<MatrixRow, 'allow' | 'object'>

/** A row of what a partner or staff do to something that is sold. */
function owned(row: Row, object: { param: string; missing: string }): MatrixRow {
  return { ...row, allow: SELLERS, object: { ...object, owned: OWNERS } }
}

export const rows: MatrixRow[] = [
  {
    route: 'partners.products.index',
    allow: EVERYBODY,
    request: ofPartner,
    success: 200,
    object: partnerObject,
  },
  {
    route: 'partners.packages.index',
    allow: EVERYBODY,
    request: ofPartner,
    success: 200,
    object: partnerObject,
  },
  { route: 'products.index', allow: EVERYBODY, request: nothing, success: 200 },
  {
    route: 'products.search',
    allow: EVERYBODY,
    request: async () => ({ query: { q: 'tea' } }),
    success: 200,
  },
  {
    route: 'products.category',
    allow: EVERYBODY,
    request: async () => ({ params: { category: await makeCategory() } }),
    success: 200,
    object: { param: 'category', missing: 'no-such-category', owned: false },
  },
  {
    route: 'products.show',
    allow: EVERYBODY,
    request: product(),
    success: 200,
    object: { ...productObject, owned: false },
  },
  {
    route: 'products.store',
    allow: SELLERS,
    request: (caller) => newListing(caller, {}),
    success: 201,
  },
  owned(
    { route: 'products.update', request: product(() => ({ title: 'Else' })), success: 200 },
    productObject
  ),
  owned({ route: 'products.destroy', request: product(), success: 204 }, productObject),
  owned({ route: 'products.status.update', request: product(), success: 200 }, productObject),
  owned(
    {
      route: 'variants.store',
      request: product(() => ({ options: { size: 'XL' }, prices, stock: 3 })),
      success: 201,
    },
    productObject
  ),
  owned(
    { route: 'variants.update', request: variant(() => ({ prices })), success: 200 },
    variantObject
  ),
  owned({ route: 'variants.destroy', request: variant(), success: 204 }, variantObject),
  owned(
    { route: 'variants.stock.update', request: variant(() => ({ delta: 2 })), success: 200 },
    variantObject
  ),
]
