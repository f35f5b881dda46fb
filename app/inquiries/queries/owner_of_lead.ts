import type { Reader } from '#inquiries/queries/inquiry_rows'

export interface LeadOwner {
  id: string
  name: string
  email: string | null
}

/** The person behind the partner of a lead. */
export async function ownerOfLead(reader: Reader, leadId: string): Promise<LeadOwner> {
  return reader
    .from('leads')
    .join('partners', 'partners.id', 'leads.partner_id')
    .join('users', 'users.id', 'partners.user_id')
    .where('leads.id', leadId)
    .select('users.id', 'users.name', 'users.email')
    .firstOrFail()
}
