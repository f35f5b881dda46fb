import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'reject',
  summary: 'refuse withdrawals; the money is in the balance again, the partner is told why',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ action: 'reject', reason }),
  outcome: 'rejected',
  label: 'status',
  examples: [
    { what: 'one', line: 'souk withdrawal reject wdr_01jd3x --reason "the account is not yours"' },
  ],
})
