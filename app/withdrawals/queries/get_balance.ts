import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { partnerBalances } from '#ledger/services/partner_money'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { assertPartner } from '#withdrawals/queries/assert_partner'

export type PartnerBalance = Awaited<ReturnType<typeof partnerBalances>>[number]

/** What a partner has, one row for each currency. */
export default class GetBalance {
  /** @throws NotFound for everybody who is no partner */
  async own(actor: Actor): Promise<PartnerBalance[]> {
    const { id } = await new GetOwnPartner().execute(actor)
    return partnerBalances(db.connection(), id)
  }

  /** @throws NotFound */
  async of(partnerId: string): Promise<PartnerBalance[]> {
    await assertPartner(partnerId)
    return partnerBalances(db.connection(), partnerId)
  }
}
