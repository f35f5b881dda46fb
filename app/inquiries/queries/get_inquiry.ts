import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import {
  inquiryRows,
  withLeads,
  type InquiryWithLeads,
  type Reader,
} from '#inquiries/queries/inquiry_rows'

/** One inquiry with its leads. */
export default class GetInquiry {
  /** A client's own. @throws NotFound for a missing and for a foreign one alike */
  async own(actor: Actor, id: string, reader: Reader = db): Promise<InquiryWithLeads> {
    return this.#one(reader, { 'inquiries.id': id, 'inquiries.client_id': actor.id })
  }

  /** Anybody's, for staff. @throws NotFound */
  async any(id: string, reader: Reader = db): Promise<InquiryWithLeads> {
    return this.#one(reader, { 'inquiries.id': id })
  }

  async #one(reader: Reader, where: Record<string, string>): Promise<InquiryWithLeads> {
    const inquiry = await inquiryRows(reader).where(where).first()
    if (!inquiry) throw new NotFound()
    const [found] = await withLeads(reader, [inquiry])
    return found
  }
}
