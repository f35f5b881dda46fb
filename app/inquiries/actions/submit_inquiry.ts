import env from '#start/env'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { countUse, type Cap } from '#core/limits/usage_cap'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { TooManyInquiries } from '#inquiries/errors'
import InquirySubmitted from '#inquiries/events/inquiry_submitted'
import GetInquiry from '#inquiries/queries/get_inquiry'
import type { InquiryWithLeads } from '#inquiries/queries/inquiry_rows'
import { offerLeads } from '#inquiries/services/offer_leads'

/** Inquiries cost partners time: so many a day and client. */
export const DAILY_CAP: Cap = { kind: 'inquiries', max: 20, per: 'day' }

export interface SubmitInquiryInput {
  actor: Actor
  categoryId: string
  locationId: string
  title: string
  description: string
  budget: { min: number; max: number; currency: string }
  date?: string
}

/** Stores a client's inquiry and offers it to the best partners, in one transaction. */
export default class SubmitInquiry {
  /**
   * @throws InvalidField for a category or place that does not exist or is not in use
   * @throws TooManyInquiries after the day's last
   */
  async execute(input: SubmitInquiryInput): Promise<InquiryWithLeads> {
    return write(async (trx) => {
      await assertActive(trx, 'categories', 'categoryId', input.categoryId)
      await assertActive(trx, 'locations', 'locationId', input.locationId)
      if (!(await countUse(trx, DAILY_CAP, input.actor.id))) throw new TooManyInquiries()
      const inquiry = rowOf(input)
      await trx.insertQuery().table('inquiries').insert(inquiry)
      await offerLeads(trx, inquiry, env.get('LEADS_PER_INQUIRY'))
      await outbox.record(trx, new InquirySubmitted(inquiry.id))
      return new GetInquiry().any(inquiry.id, trx)
    })
  }
}

async function assertActive(trx: Transaction, table: string, field: string, id: string) {
  const found = await trx.from(table).where({ id, is_active: true }).select('id').first()
  if (!found) throw new InvalidField(field, 'exists', `The ${field} field names nothing in use`)
}

function rowOf({
  actor,
  categoryId,
  locationId,
  title,
  description,
  budget,
  date,
}: SubmitInquiryInput) {
  const now = clock.now()
  return {
    id: newId('inquiry'),
    client_id: actor.id,
    category_id: categoryId,
    location_id: locationId,
    title,
    description,
    budget_min: budget.min,
    budget_max: budget.max,
    currency: budget.currency,
    wanted_on: date ?? null,
    status: 'submitted',
    created_at: now,
    updated_at: now,
  }
}
