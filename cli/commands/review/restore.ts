import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'restore',
  summary: 'show and count hidden or removed reviews again; each author is told',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/reviews/:id',
  noun: 'review',
  level: 2,
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'restore', reason }),
  outcome: 'restored',
  label: 'title',
  moreFields: ['title', 'status', 'openReports'],
  examples: [
    { what: 'one review', line: 'souk review restore rev_01jd3x --reason "it was the wrong one"' },
  ],
})
