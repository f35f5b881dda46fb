import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'approve',
  summary: 'keep reviews that were reported; their reports are done with',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/reviews/:id',
  noun: 'review',
  level: 1,
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'approve', reason }),
  outcome: 'approved',
  label: 'title',
  moreFields: ['title', 'status', 'openReports'],
  examples: [
    { what: 'one review', line: 'souk review approve rev_01jd3x' },
    {
      what: 'everything that was reported, after a look',
      line: 'souk review list --reported --all | souk review approve --from - --confirm 12',
    },
  ],
})
