import { defineWrite } from '../../define/write.ts'
import { MODERATION, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'hide',
  alias: 'reject',
  summary: 'take listings off sale, or refuse new ones; each partner is told the reason by mail',
  permission: PERMISSION,
  method: 'PUT',
  path: MODERATION,
  noun: 'listing',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'hide', reason }),
  outcome: 'hidden',
  label: 'title',
  moreFields: ['title', 'moderation', 'isPublic'],
  examples: [
    { what: 'one product', line: 'souk product hide prd_01jd3x --reason "a forged brand"' },
    {
      what: 'those of a file',
      line: 'souk product hide --from ids.txt --reason "recalled" --confirm 40',
    },
  ],
})
