import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'hold',
  summary: 'keep withdrawals from being approved while somebody looks into them',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ action: 'hold', reason }),
  outcome: 'held',
  label: 'status',
  examples: [
    {
      what: 'one',
      line: 'souk withdrawal hold wdr_01jd3x --reason "a new account, and much money"',
    },
  ],
})
