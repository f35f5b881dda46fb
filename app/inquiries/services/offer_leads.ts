import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, HOUR } from '#core/support/clock'
import { newId } from '#core/support/ids'
import LeadOffered from '#inquiries/events/lead_offered'
import { categoryPath } from '#inquiries/queries/category_path'
import FindBestPartners from '#inquiries/queries/find_best_partners'
import {
  byScore,
  RULE_VERSION,
  scoreParts,
  type Candidate,
  type Demand,
} from '#inquiries/services/matching_rule'
import { claimPlace, releasePlace, type Ending } from '#inquiries/services/partner_loads'
import { moveInquiry } from '#inquiries/services/states'
import { refreshReach } from '#partners/services/reach'
import { onSphere, type Point } from '#partners/services/reach_grid'

/** how long a partner has to answer */
export const TIME_TO_ANSWER = 48 * HOUR

export interface InquiryToMatch {
  id: string
  status: string
  category_id: string
  location_id: string
  currency: string
  budget_min: number | string
  budget_max: number | string
}

/** A place that comes free in the same transaction: of the partner who declined, or was silent. */
export interface Release {
  partnerId: string
  ending: Ending
}

/**
 * Offers an inquiry to the best partners who have not been asked yet. The caller holds the
 * inquiry's row. Rows of partners are updated in order of id, and matching takes turns within a
 * main category: two inquiries at once neither deadlock nor go to the same partners by a stale look.
 *
 * @returns how many leads were made; fewer than wanted when nobody else is eligible
 */
export async function offerLeads(
  trx: Transaction,
  inquiry: InquiryToMatch,
  wanted: number,
  release?: Release
): Promise<number> {
  const { ids: categoryIds, main } = await categoryPath(trx, inquiry.category_id)
  await takeTurn(trx, main)
  const now = clock.now()
  const place: Point = await trx.from('locations').where('id', inquiry.location_id).firstOrFail()
  const demand = demandOf(inquiry, categoryIds, place, now)
  const asked: string[] = (
    await trx.from('leads').where('inquiry_id', inquiry.id).select('partner_id')
  ).map((lead) => lead.partner_id)

  const taken: Candidate[] = []
  const except = [...asked]
  let toRelease = release
  while (taken.length < wanted) {
    const search = { demand, place, wanted: wanted - taken.length, except }
    const candidates = await new FindBestPartners().execute(trx, search)
    if (candidates.length === 0) break
    taken.push(...(await claimAll(trx, candidates, now, toRelease)))
    toRelease = undefined
    except.push(...candidates.map((candidate) => candidate.partnerId))
  }
  if (toRelease) await releasePlace(trx, toRelease.partnerId, toRelease.ending)

  const offered = taken.sort(byScore)
  await insertLeads(trx, inquiry, offered, asked.length, now)
  const touched = offered.map((candidate) => candidate.partnerId)
  await refreshReach(trx, release ? [...touched, release.partnerId] : touched)
  return offered.length
}

/** The upsert is the lock: whoever comes next waits for our commit, then sees our leads. */
async function takeTurn(trx: Transaction, mainCategoryId: string) {
  await trx
    .insertQuery()
    .table('matching_queues')
    .insert({ category_id: mainCategoryId, turns: 1 })
    .onConflict('category_id')
    .merge({ turns: trx.raw('matching_queues.turns + 1') })
}

function demandOf(
  inquiry: InquiryToMatch,
  categoryIds: string[],
  place: Point,
  now: number
): Demand {
  return {
    categoryIds,
    currency: inquiry.currency,
    budgetMin: Number(inquiry.budget_min),
    budgetMax: Number(inquiry.budget_max),
    locationId: inquiry.location_id,
    ...onSphere(place),
    now,
  }
}

/** @returns those who still had a place; the others filled up, closed or were suspended meanwhile */
async function claimAll(
  trx: Transaction,
  candidates: Candidate[],
  now: number,
  release?: Release
): Promise<Candidate[]> {
  const taken: Candidate[] = []
  const rows = [...candidates.map((candidate) => candidate.partnerId)]
  if (release) rows.push(release.partnerId)
  for (const partnerId of rows.sort()) {
    const candidate = candidates.find((other) => other.partnerId === partnerId)
    if (!candidate) await releasePlace(trx, release!.partnerId, release!.ending)
    else if (await claimPlace(trx, partnerId, now)) taken.push(candidate)
  }
  return taken
}

async function insertLeads(
  trx: Transaction,
  inquiry: InquiryToMatch,
  offered: Candidate[],
  alreadyAsked: number,
  now: number
) {
  if (offered.length === 0) return
  if (inquiry.status === 'submitted') await moveInquiry(trx, inquiry.id, 'offered')
  await trx
    .from('inquiries')
    .where('id', inquiry.id)
    .update({ live_leads: trx.raw('live_leads + ?', [offered.length]) })
  const leads = offered.map((candidate, position) => ({
    id: newId('lead'),
    inquiry_id: inquiry.id,
    partner_id: candidate.partnerId,
    status: 'pending',
    rank: alreadyAsked + position + 1,
    score: candidate.score,
    score_parts: JSON.stringify(scoreParts(candidate.points)),
    rule_version: RULE_VERSION,
    due_at: now + TIME_TO_ANSWER,
    created_at: now,
    updated_at: now,
  }))
  await trx.insertQuery().table('leads').multiInsert(leads)
  for (const lead of leads) await outbox.record(trx, new LeadOffered(lead.id, inquiry.id))
}
