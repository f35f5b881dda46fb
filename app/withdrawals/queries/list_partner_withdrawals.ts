import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { withdrawalRows, type WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'
import type { WithdrawalStatus } from '#withdrawals/services/states'

/** A partner's own withdrawals, newest first. */
export default class ListPartnerWithdrawals {
  async execute(
    actor: Actor,
    { status, ...request }: PageRequest & { status?: WithdrawalStatus }
  ): Promise<Page<WithdrawalRow>> {
    const partner = await new GetOwnPartner().execute(actor)
    const query = withdrawalRows(db).where('withdrawals.partner_id', partner.id)
    if (status) query.where('withdrawals.status', status)
    return keysetPage<WithdrawalRow>(query, request, [
      { column: 'withdrawals.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}
