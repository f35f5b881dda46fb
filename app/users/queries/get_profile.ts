import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'
import ClientProfile from '#users/models/client_profile'
import User from '#users/models/user'
import UserPreferences from '#users/models/user_preferences'
import type { AccountFacts } from '#users/services/completion'

export interface Profile {
  user: User
  client: ClientProfile | null
  preferences: UserPreferences | null
  /** a partner's own shop; its profile is app/partners' */
  partner: { id: string; businessName: string; status: string } | null
}

/** An account with everything that belongs to it. */
export default class GetProfile {
  async execute(userId: string): Promise<Profile> {
    const user = await User.find(userId)
    if (!user) throw new NotFound()
    return {
      user,
      client: user.role === 'client' ? await ClientProfile.find(userId) : null,
      preferences: await UserPreferences.find(userId),
      partner: user.role === 'partner' ? await this.#partner(userId) : null,
    }
  }

  async #partner(userId: string) {
    const row = await db
      .from('partners')
      .where({ user_id: userId })
      .select('id', 'business_name', 'status')
      .first()
    return row ? { id: row.id, businessName: row.business_name, status: row.status } : null
  }
}

/** What of a profile counts as complete or missing. */
export function factsOf({ user, client, preferences }: Profile): AccountFacts {
  return {
    role: user.role,
    name: user.name,
    email: user.email,
    phone: user.phone,
    country: user.country,
    hasAvatar: user.avatarFileId !== null,
    hasPreferences: Boolean(preferences?.categoryIds.length || preferences?.industries.length),
    companyName: client?.companyName ?? null,
    roleInOrganization: client?.roleInOrganization ?? null,
    businessType: client?.businessType ?? null,
    description: client?.description ?? null,
  }
}
