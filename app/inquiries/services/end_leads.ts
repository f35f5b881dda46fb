import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import LeadEnded from '#inquiries/events/lead_ended'
import { releasePlace } from '#inquiries/services/partner_loads'
import { LIVE_LEAD, moveLead, type LeadStatus } from '#inquiries/services/states'
import { refreshReach } from '#partners/services/reach'

/**
 * Ends all live leads of an inquiry, whose row the caller holds, and frees their partners' places.
 * A lead without an answer is withdrawn: its partner is not to blame. In order of partner, as
 * everywhere.
 */
export async function endLeads(
  trx: Transaction,
  inquiryId: string,
  quotesBecome: 'lost' | 'withdrawn' | 'expired'
) {
  const live: { id: string; partner_id: string; status: LeadStatus }[] = await trx
    .from('leads')
    .where('inquiry_id', inquiryId)
    .whereIn('status', LIVE_LEAD)
    .orderBy('partner_id')
    .select('id', 'partner_id', 'status')
  const freed: string[] = []
  for (const lead of live) {
    const isQuoted = lead.status === 'quoted'
    const to = isQuoted ? quotesBecome : 'withdrawn'
    await moveLead(trx, lead.id, to, { ended_at: clock.now() })
    await outbox.record(trx, new LeadEnded(lead.id, to))
    if (isQuoted) continue
    await releasePlace(trx, lead.partner_id, 'withdrawn')
    freed.push(lead.partner_id)
  }
  await trx.from('inquiries').where('id', inquiryId).update({ live_leads: 0 })
  await refreshReach(trx, freed)
}
