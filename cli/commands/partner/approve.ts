import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'approve',
  summary: 'verify partners; each is told by mail',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/verify/:id',
  noun: 'partner',
  level: 2,
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'approve', reason }),
  outcome: 'approved',
  label: 'businessName',
  examples: [
    { what: 'one partner', line: 'souk partner approve prt_01jd3x' },
    { what: 'see the request first', line: 'souk partner approve prt_01jd3x --dry-run' },
    {
      what: 'everybody in a file, in a script',
      line: 'souk partner approve --from ids.txt --confirm 12',
    },
  ],
})
