import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import type { Role } from '#core/actor'

export interface ProfileChanges {
  name?: string
  language?: string
  timezone?: string
  country?: string | null
  companyName?: string | null
  roleInOrganization?: string | null
  businessType?: string | null
  website?: string | null
  description?: string | null
}

/**
 * Writes what an account tells about its holder; fields that were not given stay as they are.
 *
 * @throws InvalidField (422) when somebody else than a client gets a client's fields
 */
export async function storeProfile(
  trx: Transaction,
  account: { id: string; role: Role },
  changes: ProfileChanges
) {
  const { name, language, timezone, country, ...client } = changes
  const company = given({
    company_name: client.companyName,
    role_in_organization: client.roleInOrganization,
    business_type: client.businessType,
    website: client.website,
    description: client.description,
  })
  if (account.role !== 'client') refuse(client)
  await trx
    .from('users')
    .where({ id: account.id })
    .update({ ...given({ name, language, timezone, country }), updated_at: clock.now() })
  if (Object.keys(company).length > 0) await storeCompany(trx, account.id, company)
}

async function storeCompany(trx: Transaction, userId: string, company: Record<string, unknown>) {
  const row = { ...company, updated_at: clock.now() }
  if (await insertedOnce(trx, 'client_profiles', { user_id: userId, ...row })) return
  await trx.from('client_profiles').where({ user_id: userId }).update(row)
}

function refuse(client: Record<string, unknown>) {
  const [field] = Object.keys(given(client))
  if (field) throw new InvalidField(field, 'role', `Only clients have the field ${field}`)
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
