import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'reject',
  summary: 'refuse partners; each is told the reason by mail',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/verify/:id',
  noun: 'partner',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'reject', reason }),
  outcome: 'rejected',
  label: 'businessName',
  examples: [
    {
      what: 'one partner',
      line: 'souk partner reject prt_01jd3x --reason "the document is not readable"',
    },
    {
      what: 'in a script',
      line: 'souk partner reject prt_01jd3x --reason "expired licence" --yes --json',
    },
  ],
})
