/*
 * How complete an account is, told by what is there; nothing of it is stored.
 */
import type { Role } from '#core/actor'

export interface AccountFacts {
  role: Role
  name: string
  email: string | null
  phone: string | null
  country: string | null
  hasAvatar: boolean
  hasPreferences: boolean
  companyName: string | null
  roleInOrganization: string | null
  businessType: string | null
  description: string | null
}

type Part = { name: string; isThere: (facts: AccountFacts) => boolean }

const ACCOUNT: Part[] = [
  { name: 'name', isThere: (facts) => facts.name !== '' },
  { name: 'email', isThere: (facts) => facts.email !== null },
  { name: 'phone', isThere: (facts) => facts.phone !== null },
  { name: 'country', isThere: (facts) => facts.country !== null },
  { name: 'avatar', isThere: (facts) => facts.hasAvatar },
]

const PREFERENCES: Part = { name: 'preferences', isThere: (facts) => facts.hasPreferences }

/** A private client has no company to name. */
const isPrivate = (facts: AccountFacts) => facts.businessType === 'individual'

const CLIENT: Part[] = [
  { name: 'businessType', isThere: (facts) => Boolean(facts.businessType) },
  { name: 'companyName', isThere: (facts) => isPrivate(facts) || Boolean(facts.companyName) },
  {
    name: 'roleInOrganization',
    isThere: (facts) => isPrivate(facts) || Boolean(facts.roleInOrganization),
  },
  { name: 'description', isThere: (facts) => Boolean(facts.description) },
  PREFERENCES,
]

function partsOf(role: Role): Part[] {
  if (role === 'client') return [...ACCOUNT, ...CLIENT]
  return role === 'partner' ? [...ACCOUNT, PREFERENCES] : ACCOUNT
}

/** What is missing, and how much of all is there, in whole percent. */
export function completionOf(facts: AccountFacts): { percentage: number; missing: string[] } {
  const parts = partsOf(facts.role)
  const missing = parts.filter((part) => !part.isThere(facts)).map((part) => part.name)
  return { percentage: Math.floor((100 * (parts.length - missing.length)) / parts.length), missing }
}
