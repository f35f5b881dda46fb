import { BaseTransformer } from '@adonisjs/core/transformers'
import { unlessImpersonated, type Actor } from '#core/actor'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import type { OwnProfile } from '#partners/queries/get_own_profile'
import { completionPercentage, missingFields } from '#partners/services/completion'
import { maskedPayoutDetails } from '#partners/services/payout_details'
import { ratesOf, ratingOf } from '#partners/services/public_facts'

/** A partner's profile as its owner sees it. */
export default class OwnProfileTransformer extends BaseTransformer<OwnProfile> {
  constructor(
    resource: OwnProfile,
    private reader: Actor
  ) {
    super(resource)
  }

  toObject() {
    const { partner, facts } = this.resource
    const missing = missingFields({
      partner,
      categoryIds: facts.categories.map((category) => category.id),
      platforms: facts.platforms,
    })
    return {
      ...this.pick(partner, ['id', 'slug', 'businessName', 'status', 'availability', 'bio']),
      ...facts,
      radiusKm: partner.radiusKm,
      rates: ratesOf(partner),
      languages: partner.languages,
      website: partner.website,
      banner: fileUrls(partner.bannerFileId),
      payoutDetails: unlessImpersonated(this.reader, maskedPayoutDetails(partner.payoutDetails)),
      isFeatured: partner.isFeatured,
      rating: ratingOf(partner),
      completion: { percentage: completionPercentage(missing), missing },
      submittedAt: toIso(partner.submittedAt),
      verifiedAt: toIso(partner.verifiedAt),
      createdAt: toIso(partner.createdAt),
      updatedAt: toIso(partner.updatedAt),
    }
  }
}
