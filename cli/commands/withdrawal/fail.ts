import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'fail',
  summary: 'note that the bank sent the money back; it is in the balance again',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ action: 'fail', reason }),
  outcome: 'failed',
  label: 'status',
  receipt: { next: 'souk withdrawal show :id' },
  examples: [{ what: 'one', line: 'souk withdrawal fail wdr_01jd3x --reason "account closed"' }],
})
