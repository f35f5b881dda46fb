import { BaseTransformer } from '@adonisjs/core/transformers'
import { unlessImpersonated, type Actor } from '#core/actor'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import { permissionsOf, wantsSecondFactor } from '#users/permissions'
import { factsOf, type Profile } from '#users/queries/get_profile'
import { completionOf } from '#users/services/completion'

/** An account with its profile, as its owner sees it. */
export default class ProfileTransformer extends BaseTransformer<Profile> {
  constructor(
    resource: Profile,
    private reader: Actor
  ) {
    super(resource)
  }

  toObject() {
    const { user, partner } = this.resource
    const { percentage, missing } = completionOf(factsOf(this.resource))
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      phone: user.phone,
      role: user.role,
      status: user.status,
      permissions: [...permissionsOf(user.role)].sort(),
      language: user.language,
      timezone: user.timezone,
      country: user.country,
      isEmailVerified: user.emailVerifiedAt !== null,
      isPhoneVerified: user.phoneVerifiedAt !== null,
      twoFactor: unlessImpersonated(this.reader, user.twoFactor),
      isTwoFactorAdvised: user.twoFactor === 'off' && wantsSecondFactor(user.role),
      avatar: fileUrls(user.avatarFileId),
      client: this.#client(),
      partner,
      preferences: this.forPreferences(),
      completionPercentage: percentage,
      missing,
      createdAt: toIso(user.createdAt),
    }
  }

  forPreferences() {
    const { preferences } = this.resource
    return {
      industries: preferences?.industries ?? [],
      categoryIds: preferences?.categoryIds ?? [],
      languages: preferences?.languages ?? [],
      locationIds: preferences?.locationIds ?? [],
    }
  }

  #client() {
    const { user, client } = this.resource
    if (user.role !== 'client') return null
    return {
      companyName: client?.companyName ?? null,
      roleInOrganization: client?.roleInOrganization ?? null,
      businessType: client?.businessType ?? null,
      website: client?.website ?? null,
      description: client?.description ?? null,
    }
  }
}
