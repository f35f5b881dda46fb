import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'release',
  summary: 'let held withdrawals be decided again',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 2,
  reasonInBody: true,
  body: ({ reason }) => ({ action: 'release', reason }),
  outcome: 'released',
  label: 'status',
  examples: [{ what: 'one', line: 'souk withdrawal release wdr_01jd3x' }],
})
