import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'

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

/** Changes what a user tells about themselves; fields that were not sent stay as they are. */
export default class UpdateProfile {
  /** @throws InvalidField (422) when somebody else than a client sends a client's fields */
  async execute({ actor, ...changes }: ProfileChanges & { actor: Actor }) {
    const { name, language, timezone, country, ...client } = changes
    const company = given({
      company_name: client.companyName,
      role_in_organization: client.roleInOrganization,
      business_type: client.businessType,
      website: client.website,
      description: client.description,
    })
    if (actor.role !== 'client') refuse(client)
    await write(async (trx) => {
      const account = given({ name, language, timezone, country })
      await trx
        .from('users')
        .where({ id: actor.id })
        .update({ ...account, updated_at: clock.now() })
      if (Object.keys(company).length > 0) await this.#storeCompany(trx, actor.id, company)
    })
  }

  async #storeCompany(trx: Transaction, userId: string, company: Record<string, unknown>) {
    const row = { ...company, updated_at: clock.now() }
    if (await insertedOnce(trx, 'client_profiles', { user_id: userId, ...row })) return
    await trx.from('client_profiles').where({ user_id: userId }).update(row)
  }
}

function refuse(client: Record<string, unknown>) {
  const [field] = Object.keys(given(client))
  if (field) throw new InvalidField(field, 'role', `Only clients have the field ${field}`)
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
