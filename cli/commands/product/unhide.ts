import { defineWrite } from '../../define/write.ts'
import { MODERATION, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'unhide',
  summary: 'put hidden listings back on sale; each partner is told',
  permission: PERMISSION,
  method: 'PUT',
  path: MODERATION,
  noun: 'listing',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'reinstate', reason }),
  outcome: 'reinstated',
  label: 'title',
  moreFields: ['title', 'moderation', 'isPublic'],
  examples: [
    { what: 'one product', line: 'souk product unhide prd_01jd3x --reason "the papers came"' },
  ],
})
