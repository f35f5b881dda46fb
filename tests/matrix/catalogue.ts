import { rm, writeFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import ChangeImages from '#catalogue/actions/change_images'
import type { ListingKind } from '#catalogue/services/kinds'
import { storeImage } from '#core/files/store'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing, type ListingOptions, type TestListing } from '#tests/helpers/catalogue'
import { deletedBy, shopErased } from '#tests/helpers/deletions'
import { asActor, makeCategory, sharedCorner, makePartner } from '#tests/helpers/marketplace'
import { approvedPartner, png } from '#tests/helpers/partners'
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
  const partner = await makePartner(await sharedCorner(), {}, isPartner ? caller : undefined)
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
  const seller =
    caller.user.role === 'partner' ? undefined : await makePartner(await sharedCorner())
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

/** The same for a package or an event, by its own parameter. */
const other = (kind: 'package' | 'event', body?: object): MatrixRow['request'] =>
  async function (caller) {
    const { listingId } = await listingOf(caller, { kind })
    return { params: { [`${kind}Id`]: listingId }, body: body as Record<string, unknown> }
  }

const image = async () => ({
  field: 'images',
  name: 'picture.png',
  content: await png(),
  contentType: 'image/png',
})

/** A listing with a picture. */
const pictured = (kind: ListingKind) => async (caller: TestActor) => {
  const { listingId } = await listingOf(caller, { kind })
  const picture = { field: 'images', path: '', name: 'a.png', size: 0, kind: 'image' as const }
  const path = app.makePath('tmp', `${listingId}.png`)
  await writeFile(path, await png())
  const staged = await storeImage(
    { ...picture, path },
    { ownerId: caller.user.id, purpose: 'listing' }
  )
  await rm(path)
  const actor = asActor(caller.user.role === 'partner' ? caller : await actorOfRole('admin'))
  await new ChangeImages().add({ actor, listingId, images: [staged] })
  const { id } = await db.from('listing_images').where({ listing_id: listingId }).firstOrFail()
  return { params: { [`${kind}Id`]: listingId, imageId: id } }
}

const moderator = { role: 'senior_admin' } as const

const packageObject = {
  param: 'packageId',
  missing: newId('package'),
  deleted: deletedBy('packages.destroy', moderator),
}
const eventObject = {
  param: 'eventId',
  missing: newId('event'),
  deleted: deletedBy('events.destroy', moderator),
}
const listingObject = {
  param: 'listingId',
  missing: newId('package'),
  owned: false,
  deleted: deletedBy('products.destroy', {
    ...moderator,
    params: ({ listingId }) => ({ productId: listingId }),
  }),
}
const productObject = {
  param: 'productId',
  missing: newId('product'),
  deleted: deletedBy('products.destroy', moderator),
}
const variantObject = {
  param: 'variantId',
  missing: newId('variant'),
  deleted: deletedBy('variants.destroy', moderator),
}
const partnerObject = {
  param: 'partnerId',
  missing: newId('partner'),
  owned: false,
  deleted: shopErased,
}
const ofPartner: MatrixRow['request'] = async () => ({
  params: { partnerId: (await approvedPartner()).partnerId },
})

type Row = Omit<MatrixRow, 'allow' | 'object'>
type OwnedObject = Omit<NonNullable<MatrixRow['object']>, 'owned'>

/** A row of what a partner or staff do to something that is sold. */
function owned(row: Row, object: OwnedObject): MatrixRow {
  return { ...row, allow: SELLERS, object: { ...object, owned: OWNERS } }
}

/** The rows of a kind's pictures. */
function pictures(kind: ListingKind, object: OwnedObject): MatrixRow[] {
  const destroy = `${kind}s.images.destroy`
  return [
    owned(
      {
        route: `${kind}s.images.store`,
        request: async (caller) => {
          const { listingId } = await listingOf(caller, { kind })
          return { params: { [`${kind}Id`]: listingId }, files: [await image()] }
        },
        success: 201,
      },
      object
    ),
    owned(
      { route: destroy, request: pictured(kind), success: 204 },
      { param: 'imageId', missing: newId('image'), deleted: deletedBy(destroy, moderator) }
    ),
  ]
}

export const rows: MatrixRow[] = [
  {
    route: 'partners.products.index',
    viewable: true,
    allow: EVERYBODY,
    request: ofPartner,
    success: 200,
    object: partnerObject,
  },
  {
    route: 'partners.packages.index',
    viewable: true,
    allow: EVERYBODY,
    request: ofPartner,
    success: 200,
    object: partnerObject,
  },
  { route: 'products.index', viewable: true, allow: EVERYBODY, request: nothing, success: 200 },
  {
    route: 'products.search',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ query: { q: 'tea' } }),
    success: 200,
  },
  {
    route: 'products.category',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: { category: await makeCategory() } }),
    success: 200,
    object: {
      param: 'category',
      missing: 'no-such-category',
      owned: false,
      deleted: deletedBy('categories.staff.destroy', {
        ...moderator,
        params: ({ category }) => ({ categoryId: category }),
      }),
    },
  },
  {
    route: 'products.show',
    viewable: true,
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
  ...pictures('product', productObject),
  { route: 'packages.index', viewable: true, allow: EVERYBODY, request: nothing, success: 200 },
  {
    route: 'packages.show',
    viewable: true,
    allow: EVERYBODY,
    request: other('package'),
    success: 200,
    object: { ...packageObject, owned: false },
  },
  {
    route: 'packages.store',
    allow: ['partner'],
    request: (caller) => newListing(caller, { platform: 'instagram', contentType: 'reel' }),
    success: 201,
  },
  owned(
    { route: 'packages.update', request: other('package', { revisions: 3 }), success: 200 },
    packageObject
  ),
  owned({ route: 'packages.destroy', request: other('package'), success: 204 }, packageObject),
  owned(
    { route: 'packages.status.update', request: other('package'), success: 200 },
    packageObject
  ),
  ...pictures('package', packageObject),
  { route: 'events.index', viewable: true, allow: EVERYBODY, request: nothing, success: 200 },
  {
    route: 'events.show',
    viewable: true,
    allow: EVERYBODY,
    request: other('event'),
    success: 200,
    object: { ...eventObject, owned: false },
  },
  {
    route: 'events.store',
    allow: ['partner'],
    request: (caller) =>
      newListing(caller, { startsAt: '2026-01-01', endsAt: '2999-01-01', stock: 5 }),
    success: 201,
  },
  owned(
    { route: 'events.update', request: other('event', { endsAt: '2999-01-01' }), success: 200 },
    eventObject
  ),
  owned({ route: 'events.destroy', request: other('event'), success: 204 }, eventObject),
  ...pictures('event', eventObject),
  { route: 'admin.listings.index', allow: MODERATORS, request: nothing, success: 200 },
  {
    route: 'admin.listings.moderation.update',
    allow: MODERATORS,
    request: async () => ({
      params: { listingId: (await makeListing({ listing: { moderation: 'pending' } })).listingId },
      body: { decision: 'approve' },
    }),
    success: 200,
    object: listingObject,
  },
  {
    route: 'admin.featured_listings.update',
    allow: MODERATORS,
    request: async () => ({
      params: { listingId: (await makeListing()).listingId },
      body: { featured: true },
    }),
    success: 200,
    object: listingObject,
  },
]
