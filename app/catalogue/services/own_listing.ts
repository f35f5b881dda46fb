/*
 * Who may change a listing: its partner, and staff who moderate. Everything below happens behind the
 * partner's row, so that limits, unique options and what is public are exact.
 */
import db from '@adonisjs/lucid/services/db'
import type { ListingKind, ListingStatus } from '#catalogue/services/kinds'
import type { ModerationState } from '#catalogue/services/moderation'
import type { Actor } from '#core/actor'
import type { Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'

export interface Seller {
  id: string
  userId: string
}

/** What decisions about a listing are made from. */
export interface OwnListing {
  id: string
  kind: ListingKind
  partnerId: string
  title: string
  status: ListingStatus
  moderation: ModerationState
  startsAt: number | null
  endsAt: number | null
  billingInterval: string | null
  seller: Seller
}

export function isModerator(actor: Pick<Actor, 'permissions'>): boolean {
  return actor.permissions.has('products.moderate')
}

/** Whether somebody sees a listing as its partner or as staff who moderate. */
export async function isSeller(actor: Actor, listingId: string): Promise<boolean> {
  if (isModerator(actor)) return true
  if (actor.role !== 'partner') return false
  const own = await db
    .from('listings')
    .join('partners', 'partners.id', 'listings.partner_id')
    .where({ 'listings.id': listingId, 'partners.user_id': actor.id })
    .select('listings.id')
    .first()
  return own !== null && own !== undefined
}

/**
 * Locks the partner who will sell something: the one who acts, or the one whom staff name.
 *
 * @throws NotFound for everybody who is no partner
 * @throws InvalidField when staff name nobody, or nobody who exists
 */
export async function lockSeller(
  trx: Transaction,
  actor: Actor,
  partnerId?: string
): Promise<Seller> {
  const isStaff = isModerator(actor)
  if (isStaff && !partnerId)
    throw new InvalidField('partnerId', 'required', 'Say whom you sell it for')
  const query = trx.from('partners').forUpdate().select('id', 'user_id')
  const row = await (
    isStaff ? query.where({ id: partnerId! }) : query.where({ user_id: actor.id })
  ).first()
  if (row) return { id: row.id, userId: row.user_id }
  throw isStaff
    ? new InvalidField('partnerId', 'exists', 'There is no such partner')
    : new NotFound()
}

/**
 * A listing that the actor may change, with its partner locked until the transaction ends.
 *
 * @throws NotFound, also for listings of others, of another kind, or deleted
 */
export async function lockOwnListing(
  trx: Transaction,
  actor: Actor,
  listingId: string
): Promise<OwnListing> {
  const found = await trx
    .from('listings')
    .join('partners', 'partners.id', 'listings.partner_id')
    .where('listings.id', listingId)
    .select('partners.id', 'partners.user_id')
    .first()
  if (!found || !(isModerator(actor) || found.user_id === actor.id)) throw new NotFound()
  await trx.from('partners').where({ id: found.id }).forUpdate().select('id')
  // read behind the lock: it may have changed while we waited for it
  const row = await trx.from('listings').where({ id: listingId }).whereNull('deleted_at').first()
  if (!row) throw new NotFound()
  return {
    id: row.id,
    kind: row.kind,
    partnerId: row.partner_id,
    title: row.title,
    status: row.status,
    moderation: row.moderation,
    startsAt: row.starts_at === null ? null : Number(row.starts_at),
    endsAt: row.ends_at === null ? null : Number(row.ends_at),
    billingInterval: row.billing_interval,
    seller: { id: found.id, userId: found.user_id },
  }
}

/**
 * The listing of a variant that is still sold, locked as above.
 *
 * @throws NotFound, also for variants of others, and retired ones
 */
export async function lockListingOfVariant(
  trx: Transaction,
  actor: Actor,
  variantId: string
): Promise<OwnListing> {
  const variant = await trx.from('variants').where({ id: variantId }).select('listing_id').first()
  if (!variant) throw new NotFound()
  const listing = await lockOwnListing(trx, actor, variant.listing_id)
  const isSold = await trx.from('variants').where({ id: variantId, is_active: true }).first()
  if (!isSold) throw new NotFound()
  return listing
}
