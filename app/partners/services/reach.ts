/*
 * Keeps `partner_reaches`, the index that matching finds partners by: for each partner who may get
 * a lead now, one row per category and area, sorted by merit. Whoever changes a partner's status,
 * account, availability, categories, place, radius, rates, rating or lead counters calls `refreshReach` in
 * the same transaction; the task partners.mend_reach puts right what somebody forgot.
 */
import type { Transaction } from '#core/database/write'
import { MAX_AMOUNT } from '#core/support/money'
import { MERIT_POINTS, ratingPoints, responsePoints } from '#partners/services/merit'
import { areasWithin, minDotOf, onSphere } from '#partners/services/reach_grid'

/** A partner with this many unanswered leads gets no more. */
export const OPEN_LEADS_CAP = 20

const INSERT_BATCH = 200

export interface ReachRow {
  category_id: string
  currency: string
  area: number
  demerit: number
  last_lead_at: number
  partner_id: string
  rating_points: number
  response_points: number
  rate_min: number
  rate_max: number
  location_id: string
  x: number
  y: number
  z: number
  min_dot: number
}

interface PartnerFacts {
  id: string
  status: string
  /** of the account behind it */
  account: string
  availability: string
  location_id: string | null
  radius_km: number
  rate_min: number | null
  rate_max: number | null
  rate_currency: string | null
  rating_sum: number
  rating_count: number
  leads_offered: number
  leads_answered: number
  open_leads: number
  last_lead_at: number
}

type Reader = Pick<Transaction, 'from'>

/** Rewrites the rows of these partners, whose own rows are locked meanwhile, in order of id. */
export async function refreshReach(trx: Transaction, partnerIds: string[]) {
  const ids = [...new Set(partnerIds)].sort()
  if (ids.length === 0) return
  await trx.from('partners').whereIn('id', ids).orderBy('id').forUpdate().select('id')
  const rows = await reachOf(trx, ids)
  await trx.from('partner_reaches').whereIn('partner_id', ids).delete()
  for (let at = 0; at < rows.length; at += INSERT_BATCH)
    await trx
      .insertQuery()
      .table('partner_reaches')
      .multiInsert(rows.slice(at, at + INSERT_BATCH))
}

/** The rows that these partners should have. */
export async function reachOf(reader: Reader, partnerIds: string[]): Promise<ReachRow[]> {
  const partners: PartnerFacts[] = await reader
    .from('partners')
    .join('users', 'users.id', 'partners.user_id')
    .whereIn('partners.id', partnerIds)
    .select(
      'partners.id',
      'partners.status',
      'users.status as account',
      'availability',
      'location_id',
      'radius_km',
      'rate_min',
      'rate_max',
      'rate_currency',
      'rating_sum',
      'rating_count',
      'leads_offered',
      'leads_answered',
      'open_leads',
      'last_lead_at'
    )
  const open = partners.filter(mayGetLeads)
  if (open.length === 0) return []
  const places = await placesOf(reader, open)
  const categories = await categoriesOf(reader, open)
  return open.flatMap((partner) =>
    rowsOf(partner, places.get(partner.location_id!)!, categories.get(partner.id) ?? [])
  )
}

function mayGetLeads(partner: PartnerFacts): boolean {
  return (
    partner.status === 'approved' &&
    partner.account === 'active' &&
    partner.availability === 'available' &&
    partner.open_leads < OPEN_LEADS_CAP &&
    partner.location_id !== null &&
    partner.rate_currency !== null &&
    (partner.rate_min !== null || partner.rate_max !== null)
  )
}

async function placesOf(reader: Reader, partners: PartnerFacts[]) {
  const ids = [...new Set(partners.map((partner) => partner.location_id!))]
  const rows = await reader
    .from('locations')
    .whereIn('id', ids)
    .select('id', 'latitude', 'longitude')
  return new Map<string, { latitude: number; longitude: number }>(rows.map((row) => [row.id, row]))
}

async function categoriesOf(reader: Reader, partners: PartnerFacts[]) {
  const ids = partners.map((partner) => partner.id)
  const rows = await reader
    .from('partner_categories')
    .whereIn('partner_id', ids)
    .select('partner_id', 'category_id')
  const byPartner = new Map<string, string[]>()
  for (const row of rows)
    byPartner.set(row.partner_id, [...(byPartner.get(row.partner_id) ?? []), row.category_id])
  return byPartner
}

function rowsOf(
  partner: PartnerFacts,
  place: { latitude: number; longitude: number },
  categoryIds: string[]
): ReachRow[] {
  const rating = ratingPoints(partner.rating_sum, partner.rating_count)
  const response = responsePoints(partner.leads_offered, partner.leads_answered, partner.open_leads)
  const common = {
    currency: partner.rate_currency!,
    demerit: MERIT_POINTS - rating - response,
    last_lead_at: Number(partner.last_lead_at),
    partner_id: partner.id,
    rating_points: rating,
    response_points: response,
    rate_min: Number(partner.rate_min ?? 0),
    rate_max: Number(partner.rate_max ?? MAX_AMOUNT),
    location_id: partner.location_id!,
    ...onSphere(place),
    min_dot: minDotOf(partner.radius_km),
  }
  const areas = areasWithin(place, partner.radius_km)
  return categoryIds.flatMap((categoryId) =>
    areas.map((area) => ({ category_id: categoryId, area, ...common }))
  )
}
