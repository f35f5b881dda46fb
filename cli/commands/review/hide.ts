import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'hide',
  summary: 'show and count reviews no more, for now; each author is told the reason by mail',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/reviews/:id',
  noun: 'review',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'hide', reason }),
  outcome: 'hidden',
  label: 'title',
  moreFields: ['title', 'status', 'openReports'],
  examples: [
    { what: 'one review', line: 'souk review hide rev_01jd3x --reason "we are asking its author"' },
  ],
})
