import { BaseTransformer } from '@adonisjs/core/transformers'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import { teaserOf } from '#core/support/teaser'
import type { DiscoveredPartner } from '#partners/queries/discover_partners'
import type { PublicPartner } from '#partners/queries/get_public_partner'
import { ratesOf, ratingOf } from '#partners/services/public_facts'

/** A partner as anybody may see one: neither e-mail nor phone, nor who stands behind it. */
export default class PartnerTransformer extends BaseTransformer<DiscoveredPartner | PublicPartner> {
  /** in lists: the beginning of the bio */
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      slug: row.slug,
      businessName: row.business_name,
      bio: row.bio && teaserOf(row.bio),
      availability: row.availability,
      isFeatured: Number(row.is_featured) === 1,
      isVerified: row.verified_at !== null,
      ...row.facts,
      rates: ratesOf({
        rateMin: row.rate_min,
        rateMax: row.rate_max,
        rateCurrency: row.rate_currency,
      }),
      rating: ratingOf({ ratingSum: row.rating_sum, ratingCount: row.rating_count }),
      languages: JSON.parse(row.languages) as string[],
      banner: fileUrls(row.banner_file_id),
      verifiedAt: toIso(row.verified_at === null ? null : Number(row.verified_at)),
    }
  }

  /** the whole page */
  forPage() {
    const { bio, website, radius_km: radiusKm } = this.resource as PublicPartner
    return { ...this.toObject(), bio, website, radiusKm }
  }
}
