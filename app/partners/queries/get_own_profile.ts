import { inject } from '@adonisjs/core'
import type { Actor } from '#core/actor'
import type Partner from '#partners/models/partner'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { factsOf, type PartnerFacts } from '#partners/queries/partner_facts'

export interface OwnProfile {
  partner: Partner
  facts: PartnerFacts
}

/** The whole profile of the partner who asks. */
@inject()
export default class GetOwnProfile {
  constructor(private getOwnPartner: GetOwnPartner) {}

  /** @throws NotFound */
  async execute(actor: Pick<Actor, 'id'>): Promise<OwnProfile> {
    const partner = await this.getOwnPartner.execute(actor)
    const facts = await factsOf([partner])
    return { partner, facts: facts.get(partner.id)! }
  }
}
