import { BaseTransformer } from '@adonisjs/core/transformers'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import type { VerificationFile } from '#partners/queries/get_verification'
import { ratesOf, ratingOf } from '#partners/services/public_facts'
import PortfolioEntryTransformer from '#partners/transformers/portfolio_entry_transformer'
import SubmissionTransformer from '#partners/transformers/submission_transformer'

/** A partner with all that staff verify it by. */
export default class VerificationTransformer extends BaseTransformer<VerificationFile> {
  toObject() {
    const { partner, submissions, portfolio } = this.resource
    const documentsAt = `/api/v1/admin/verifications/${partner.id}/documents`
    return {
      partner: this.partnerOnly(),
      submissions: SubmissionTransformer.transform(submissions, documentsAt).useVariant('forStaff'),
      portfolio: PortfolioEntryTransformer.transform(portfolio),
    }
  }

  /** The partner as staff see it, e-mail and phone included. */
  partnerOnly() {
    const { partner, facts } = this.resource
    return {
      ...this.pick(partner, ['id', 'slug', 'businessName', 'status', 'availability', 'bio']),
      contactName: partner.user.name,
      email: partner.user.email,
      phone: partner.user.phone,
      ...facts,
      radiusKm: partner.radiusKm,
      rates: ratesOf(partner),
      languages: partner.languages,
      website: partner.website,
      banner: fileUrls(partner.bannerFileId),
      isFeatured: partner.isFeatured,
      rating: ratingOf(partner),
      submittedAt: toIso(partner.submittedAt),
      verifiedAt: toIso(partner.verifiedAt),
      createdAt: toIso(partner.createdAt),
    }
  }
}
