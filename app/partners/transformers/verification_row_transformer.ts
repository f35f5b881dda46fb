import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { VerificationRow } from '#partners/queries/list_verifications'

/** One line of the queue of verifications. */
export default class VerificationRowTransformer extends BaseTransformer<VerificationRow> {
  toObject() {
    const row = this.resource
    return {
      partnerId: row.id,
      businessName: row.business_name,
      contactName: row.contact_name,
      email: row.email,
      status: row.status,
      submittedAt: toIso(Number(row.submitted_at)),
      categories: row.facts.categories,
      location: row.facts.location,
      documentsCount: row.documentsCount,
    }
  }
}
