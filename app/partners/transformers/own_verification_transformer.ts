import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { OwnProfile } from '#partners/queries/get_own_profile'
import type { Submission } from '#partners/queries/list_submissions'
import { missingForVerification } from '#partners/services/completion'
import SubmissionTransformer from '#partners/transformers/submission_transformer'

/** Where a partner's verification stands, as the partner sees it. */
export default class OwnVerificationTransformer extends BaseTransformer<
  OwnProfile & { submissions: Submission[] }
> {
  toObject() {
    const { partner, facts, submissions } = this.resource
    return {
      status: partner.status,
      reason: partner.status === 'rejected' ? (submissions[0]?.reason ?? null) : null,
      missing: missingForVerification({
        partner,
        categoryIds: facts.categories.map((category) => category.id),
        platforms: facts.platforms,
      }),
      submittedAt: toIso(partner.submittedAt),
      verifiedAt: toIso(partner.verifiedAt),
      submissions: SubmissionTransformer.transform(
        submissions,
        '/api/v1/partner/verification/documents'
      ),
    }
  }
}
