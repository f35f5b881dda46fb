import { defineShow } from '../../define/show.ts'
import { PERMISSION, moreFields, reviewColumns } from './shared.ts'
import type { Row } from '../../output/columns.ts'

export default defineShow({
  summary: 'one review, with who reported it and why',
  permission: PERMISSION,
  argument: 'review-id',
  path: '/admin/reviews/:id',
  columns: [
    ...reviewColumns,
    { key: 'reply.text', title: 'reply' },
    { key: 'removalReason', title: 'removed because' },
    { key: 'orderLineId', title: 'order line', id: true },
  ],
  sections: [
    {
      title: 'Reports',
      rows: (review) => (review.reports as Row[]) ?? [],
      columns: [
        { key: 'by.id', title: 'by', id: true },
        { key: 'by.name', title: 'name' },
        { key: 'reason' },
        { key: 'note' },
        { key: 'createdAt', title: 'when' },
      ],
    },
  ],
  moreFields: [...moreFields, 'reports'],
  examples: [{ what: 'one review', line: 'souk review show rev_01jd3x' }],
})
