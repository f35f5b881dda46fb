import type Partner from '#partners/models/partner'

/** What a profile is made of, beside the columns of its row. */
export interface ProfileParts {
  partner: Pick<
    Partner,
    | 'bio'
    | 'locationId'
    | 'rateCurrency'
    | 'languages'
    | 'website'
    | 'bannerFileId'
    | 'payoutDetails'
  >
  categoryIds: string[]
  platforms: string[]
}

/** The fields without which nobody can be verified. */
const NEEDED_TO_BE_VERIFIED = ['bio', 'categories', 'locationId']

/** The names of the fields that are still empty, as PUT /partner/profile calls them. */
export function missingFields({ partner, categoryIds, platforms }: ProfileParts): string[] {
  const isFilled: Record<string, boolean> = {
    bio: Boolean(partner.bio),
    categories: categoryIds.length > 0,
    locationId: partner.locationId !== null,
    rates: partner.rateCurrency !== null,
    languages: partner.languages.length > 0,
    platforms: platforms.length > 0,
    website: Boolean(partner.website),
    banner: partner.bannerFileId !== null,
    payoutDetails: partner.payoutDetails !== null,
  }
  return Object.keys(isFilled).filter((field) => !isFilled[field])
}

/** What still keeps a profile from being verified. */
export function missingForVerification(parts: ProfileParts): string[] {
  return missingFields(parts).filter((field) => NEEDED_TO_BE_VERIFIED.includes(field))
}

/** 0 to 100: the name is always there, and counts too. */
export function completionPercentage(missing: string[]): number {
  const fields = 10
  return Math.round((100 * (fields - missing.length)) / fields)
}
