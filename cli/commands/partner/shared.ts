import { moneyRange } from '../../output/values.ts'
import type { Column } from '../../output/columns.ts'
import type { Section } from '../../output/printer.ts'
import type { Filter } from '../../define/list.ts'
import type { Range } from '../../output/values.ts'

/** What staff need to look at and decide on verifications. */
export const PERMISSION = 'verifications.review'

/** What staff need to put a partner forward, and where they do it. */
export const MODERATION = 'products.moderate'
export const FEATURE = '/admin/partners/:id/feature'

/** What staff need to look at a partner's money. */
export const MONEY = 'withdrawals.review'

/** What the API calls a partner who waits for a decision. */
export const WAITING = 'submitted'

export const partnerColumns: Column[] = [
  { key: 'partnerId', title: 'partner', id: true },
  { key: 'businessName', title: 'business' },
  { key: 'status' },
  { key: 'submittedAt', title: 'submitted' },
  { key: 'contactName', title: 'contact' },
  { key: 'location.city', title: 'city' },
  { key: 'categories' },
  { key: 'documentsCount', title: 'documents' },
  { key: 'email' },
  { key: 'location.country', title: 'country', wide: true },
]

export const statusFilter: Filter = {
  flags: '--status <status>',
  description: 'state of the verification',
  choices: ['pending', 'approved', 'rejected', 'suspended'],
  default: 'pending',
  sentAs: { pending: WAITING },
}

/** A partner with its submissions, oldest decision last. */
export const partnerFile: { columns: Column[]; sections: Section[] } = {
  columns: [
    { key: 'partner.id', title: 'partner', id: true },
    { key: 'partner.businessName', title: 'business' },
    { key: 'partner.status', title: 'status' },
    { key: 'partner.contactName', title: 'contact' },
    { key: 'partner.email', title: 'email' },
    { key: 'partner.phone', title: 'phone' },
    { key: 'partner.website', title: 'website' },
    { key: 'partner.submittedAt', title: 'submitted' },
    { key: 'partner.location.city', title: 'city' },
    { key: 'partner.location.country', title: 'country' },
    { key: 'partner.categories', title: 'categories' },
    { key: 'partner.rates', title: 'rates', value: ({ partner }) => rangeText(partner) },
    { key: 'partner.bio', title: 'bio' },
  ],
  sections: [
    {
      title: 'Submissions',
      rows: (file) => (file.submissions as Record<string, unknown>[]) ?? [],
      columns: [
        { key: 'id', id: true },
        { key: 'status' },
        { key: 'submittedAt', title: 'submitted' },
        { key: 'decidedAt', title: 'decided' },
        { key: 'decidedBy', title: 'by' },
        { key: 'reason' },
        { key: 'note' },
      ],
    },
    {
      title: 'Documents',
      rows: (file) =>
        ((file.submissions as { documents?: Record<string, unknown>[] }[]) ?? []).flatMap(
          ({ documents }) => documents ?? []
        ),
      columns: [
        { key: 'id', id: true },
        { key: 'kind' },
        { key: 'fileName', title: 'file' },
        { key: 'contentType', title: 'type' },
        { key: 'size' },
        { key: 'url', wide: true },
      ],
    },
    {
      title: 'Portfolio',
      rows: (file) => (file.portfolio as Record<string, unknown>[]) ?? [],
      columns: [
        { key: 'title' },
        { key: 'description' },
        { key: 'images', value: ({ images }) => (images as unknown[])?.length },
        { key: 'link' },
      ],
    },
  ],
}

/** The rates of a partner, as a range of money. */
function rangeText(partner: unknown): string | null {
  const { rates } = (partner ?? {}) as { rates?: Range | null }
  return rates ? moneyRange(rates) : null
}
