import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { factsOf, type PartnerFacts } from '#partners/queries/partner_facts'
import type { PartnerStatus } from '#partners/models/partner'

interface Row {
  id: string
  location_id: string | null
  business_name: string
  status: PartnerStatus
  submitted_at: number
  contact_name: string
  email: string | null
}

export interface VerificationRow extends Row {
  facts: PartnerFacts
  /** in the newest submission */
  documentsCount: number
}

/** Partners by the state of their verification, the longest waiting first: five queries. */
export default class ListVerifications {
  async execute(request: PageRequest, status: PartnerStatus): Promise<Page<VerificationRow>> {
    const query = db
      .from('partners')
      .join('users', 'users.id', 'partners.user_id')
      .where('partners.status', status)
      .whereNotNull('partners.submitted_at')
      .select(
        'partners.id',
        'partners.location_id',
        'partners.business_name',
        'partners.status',
        'partners.submitted_at',
        'users.name as contact_name',
        'users.email'
      )
    const page = await keysetPage<Row>(query, request, [
      {
        column: 'partners.submitted_at',
        direction: 'asc',
        valueOf: (row) => Number(row.submitted_at),
      },
      { column: 'partners.id', direction: 'asc', valueOf: (row) => row.id },
    ])
    const facts = await factsOf(
      page.rows.map((row) => ({ id: row.id, locationId: row.location_id }))
    )
    const counts = await documentCounts(page.rows.map((row) => row.id))
    const rows = page.rows.map((row) => ({
      ...row,
      facts: facts.get(row.id)!,
      documentsCount: counts.get(row.id) ?? 0,
    }))
    return { rows, meta: page.meta }
  }
}

async function documentCounts(partnerIds: string[]): Promise<Map<string, number>> {
  const newest = db
    .from('verifications')
    .whereIn('partner_id', partnerIds)
    .groupBy('partner_id')
    .max('id')
  const rows = await db
    .from('verifications as v')
    .join('verification_documents as d', 'd.verification_id', 'v.id')
    .whereIn('v.id', newest)
    .groupBy('v.partner_id')
    .select('v.partner_id')
    .count('* as documents')
  return new Map(rows.map((row) => [row.partner_id, Number(row.documents)]))
}
