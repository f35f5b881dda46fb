import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'retry',
  summary: 'ask a gateway again about payouts that it never answered for',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ action: 'retry', reason }),
  outcome: 'asked again',
  label: 'status',
  examples: [
    {
      what: 'one of `souk withdrawal list --stalled yes`',
      line: 'souk withdrawal retry wdr_01jd3x --reason "the credentials are right again"',
    },
  ],
})
