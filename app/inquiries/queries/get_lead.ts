import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import {
  leadRows,
  withInquiries,
  type LeadWithInquiry,
  type Reader,
} from '#inquiries/queries/inquiry_rows'

/** One lead of the partner who asks, with its inquiry. */
export default class GetLead {
  /** @throws NotFound for a missing and for a foreign one alike */
  async own(actor: Actor, id: string, reader: Reader = db): Promise<LeadWithInquiry> {
    const lead = await leadRows(reader)
      .where({ 'leads.id': id, 'partners.user_id': actor.id })
      .first()
    if (!lead) throw new NotFound()
    const [found] = await withInquiries(reader, [lead])
    return found
  }
}
