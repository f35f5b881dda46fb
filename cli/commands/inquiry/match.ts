import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'match',
  summary: 'match again: offer an inquiry to the next best partners',
  permission: 'leads.work',
  method: 'POST',
  path: '/admin/inquiries/:id/rematch',
  noun: 'inquiry',
  level: 2,
  outcome: 'matched',
  label: 'title',
  moreFields: ['matchedPartners'],
  examples: [{ what: 'one inquiry', line: 'souk inquiry match inq_01jd3x --yes' }],
})
