import { defineWrite } from '../../define/write.ts'
import { PERMISSION, REQUEST_PATH } from './shared.ts'

export default defineWrite({
  name: 'reject',
  summary: 'refuse what a client asks back; both sides are told the reason',
  permission: PERMISSION,
  method: 'PUT',
  path: REQUEST_PATH,
  noun: 'request',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ decision: 'reject', reason }),
  outcome: 'rejected',
  label: 'status',
  moreFields: ['status'],
  examples: [{ what: 'one', line: 'souk refund reject rfr_01jd3x --reason "it was used"' }],
})
