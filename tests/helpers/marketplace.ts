/*
 * A corner of the marketplace that no other test knows: a category, a city, and partners in them.
 */
import db from '@adonisjs/lucid/services/db'
import { forgetCategoryTree } from '#categories/queries/category_tree'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'
import { refreshReach } from '#partners/services/reach'
import { cityKey } from '#regions/services/city_key'
import { permissionsOf } from '#users/permissions'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'

export interface Corner {
  categoryId: string
  locationId: string
}

export interface TestPartner extends TestActor {
  partnerId: string
}

export async function makeCategory(parentId: string | null = null): Promise<string> {
  const id = newId('category')
  const now = clock.now()
  await db.table('categories').insert({
    id,
    parent_id: parentId,
    name: `Category ${unique()}`,
    slug: unique('category-'),
    position: 0,
    is_active: true,
    created_at: now,
    updated_at: now,
  })
  forgetCategoryTree()
  return id
}

export async function makeLocation(latitude = 52.52, longitude = 13.4): Promise<string> {
  const id = newId('location')
  const now = clock.now()
  const city = unique('City ')
  await db.table('locations').insert({
    id,
    city,
    city_key: cityKey(city),
    state: 'State',
    country: 'DE',
    latitude,
    longitude,
    population: 1,
    is_active: true,
    created_at: now,
    updated_at: now,
  })
  return id
}

let shared: Promise<Corner> | undefined

/** One corner for all who need a partner and do not care where: nothing is matched in it. */
export function sharedCorner(): Promise<Corner> {
  shared ??= makeCorner()
  return shared
}

export async function makeCorner(): Promise<Corner> {
  return { categoryId: await makeCategory(), locationId: await makeLocation() }
}

/** The columns of an approved partner who fits every inquiry of `inquiryIn`. */
function partnerRow(corner: Corner, overrides: object) {
  const now = clock.now()
  return {
    business_name: `Shop ${unique()}`,
    status: 'approved',
    availability: 'available',
    location_id: corner.locationId,
    radius_km: 0,
    rate_min: 10_000,
    rate_max: 50_000,
    rate_currency: 'EUR',
    languages: '["en"]',
    updated_at: now,
    ...overrides,
  }
}

async function addToCategory(trx: Transaction, corner: Corner, partnerIds: string[]) {
  const rows = partnerIds.map((id) => ({ partner_id: id, category_id: corner.categoryId }))
  await trx.insertQuery().table('partner_categories').multiInsert(rows)
  await refreshReach(trx, partnerIds)
}

/** A partner who is logged in: a fresh one, or the account given. */
export async function makePartner(
  corner: Corner,
  overrides: object = {},
  account?: TestActor
): Promise<TestPartner> {
  const actor = account ?? (await actorOfRole('partner'))
  const row = partnerRow(corner, overrides)
  const fresh = { id: newId('partner'), slug: unique('shop-'), created_at: clock.now() }
  const partnerId = await write(async (trx) => {
    const opened = trx.from('partners').where('user_id', actor.user.id)
    if (!(await changedOne(opened, row)))
      await trx
        .insertQuery()
        .table('partners')
        .insert({ ...fresh, user_id: actor.user.id, ...row })
    const { id } = await trx.from('partners').where('user_id', actor.user.id).firstOrFail()
    await addToCategory(trx, corner, [id])
    return id as string
  })
  return { ...actor, partnerId }
}

/** Many partners whom nobody logs in as. */
export async function makePartners(
  corner: Corner,
  count: number,
  overrides: (index: number) => object = () => ({})
): Promise<string[]> {
  const now = clock.now()
  const users = Array.from({ length: count }, () => ({
    id: newId('user'),
    role: 'partner',
    status: 'active',
    name: 'Many Partner',
    created_at: now,
    updated_at: now,
  }))
  const partners = users.map((user, index) => ({
    id: newId('partner'),
    slug: unique('shop-'),
    created_at: now,
    user_id: user.id,
    ...partnerRow(corner, overrides(index)),
  }))
  const ids = partners.map((partner) => partner.id)
  for (let at = 0; at < count; at += 50)
    await write(async (trx) => {
      await trx
        .insertQuery()
        .table('users')
        .multiInsert(users.slice(at, at + 50))
      await trx
        .insertQuery()
        .table('partners')
        .multiInsert(partners.slice(at, at + 50))
      await addToCategory(trx, corner, ids.slice(at, at + 50))
    })
  return ids
}

/** The body of an inquiry that every partner of the corner fits. */
export function inquiryIn({ categoryId, locationId }: Corner, overrides: object = {}) {
  return {
    categoryId,
    locationId,
    title: 'Photos of a wedding',
    description: 'Eighty guests, one long day.',
    budget: { min: 20_000, max: 40_000, currency: 'EUR' },
    ...overrides,
  }
}

/** Submits an inquiry as a fresh client, and offers it to partners. */
export async function submitInquiry(
  corner: Corner,
  overrides: object = {}
): Promise<{ client: TestActor; inquiryId: string }> {
  const client = await actorOfRole('client')
  const { inquiry } = await new SubmitInquiry().execute({
    actor: asActor(client),
    ...inquiryIn(corner),
    ...overrides,
  })
  return { client, inquiryId: inquiry.id }
}

/** Somebody as the actions know them. */
export function asActor({ user, sessionId }: TestActor): Actor {
  return {
    id: user.id,
    role: user.role,
    name: user.name,
    sessionId,
    permissions: permissionsOf(user.role),
    ip: '127.0.0.1',
    requestId: 'test',
  }
}

/** The lead that a partner has of an inquiry. */
export async function leadOf(inquiryId: string, partnerId: string): Promise<string> {
  const lead = await db
    .from('leads')
    .where({ inquiry_id: inquiryId, partner_id: partnerId })
    .firstOrFail()
  return lead.id
}
