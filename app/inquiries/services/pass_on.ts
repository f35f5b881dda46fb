import type { Transaction } from '#core/database/write'
import { offerLeads, type InquiryToMatch, type Release } from '#inquiries/services/offer_leads'

/** A partner will not quote: the place comes free, and the next best partner gets the inquiry. */
export async function passOn(trx: Transaction, inquiry: InquiryToMatch, release: Release) {
  await trx
    .from('inquiries')
    .where('id', inquiry.id)
    .update({ live_leads: trx.raw('live_leads - 1') })
  await offerLeads(trx, inquiry, 1, release)
}
