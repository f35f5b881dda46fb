import type { Column } from '../../output/columns.ts'
import type { Section } from '../../output/printer.ts'
import type { Filter } from '../../define/list.ts'

/** What staff need to look at and decide on verifications. */
export const PERMISSION = 'verifications.review'

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
  choices: ['pending', 'approved', 'rejected'],
  default: 'pending',
}

/** A partner with its submissions, oldest decision last. */
export const partnerFile: { columns: Column[]; sections: Section[] } = {
  columns: [
    { key: 'partner.partnerId', title: 'partner', id: true },
    { key: 'partner.businessName', title: 'business' },
    { key: 'partner.status', title: 'status' },
    { key: 'partner.contactName', title: 'contact' },
    { key: 'partner.email', title: 'email' },
    { key: 'partner.submittedAt', title: 'submitted' },
    { key: 'partner.location.city', title: 'city' },
    { key: 'partner.location.country', title: 'country' },
    { key: 'partner.categories', title: 'categories' },
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
        { key: 'url', id: true },
      ],
    },
  ],
}
