import { defineWrite } from '../../define/write.ts'
import { MODERATION, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'approve',
  summary: 'let listings be sold; each partner is told',
  permission: PERMISSION,
  method: 'PUT',
  path: MODERATION,
  noun: 'listing',
  level: 1,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'approve', reason }),
  outcome: 'approved',
  label: 'title',
  moreFields: ['title', 'moderation', 'isPublic'],
  examples: [
    { what: 'one product', line: 'souk product approve prd_01jd3x --reason "looked at"' },
    {
      what: 'everything that waits',
      line: 'souk product list --moderation pending --all | souk product approve --from - --reason "looked at" --confirm 12',
    },
  ],
})
