import { NotFound } from '#core/errors'
import { discoverable, type DiscoveredPartner } from '#partners/queries/discover_partners'
import { factsOf } from '#partners/queries/partner_facts'

export type PublicPartner = DiscoveredPartner & { website: string | null; radius_km: number }

/** The page of one partner whom anybody may see. */
export default class GetPublicPartner {
  /** @throws NotFound, also for partners who are not approved, or whose account is closed */
  async execute(partnerId: string): Promise<PublicPartner> {
    const { query } = await discoverable({})
    const row = await query
      .where('partners.id', partnerId)
      .select('partners.website', 'partners.radius_km')
      .first()
    if (!row) throw new NotFound()
    const facts = await factsOf([{ id: row.id, locationId: row.location_id }])
    return { ...row, facts: facts.get(partnerId)! }
  }
}
