import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { partnerBalances } from '#ledger/services/partner_money'
import GetOwnPartner from '#partners/queries/get_own_partner'

export type PartnerBalance = Awaited<ReturnType<typeof partnerBalances>>[number]

/** What a partner has, one row for each currency. */
export default class GetBalance {
  async execute(actor: Actor): Promise<PartnerBalance[]> {
    const partner = await new GetOwnPartner().execute(actor)
    return partnerBalances(db.connection(), partner.id)
  }
}
