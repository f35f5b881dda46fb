import { defineWrite } from '../../define/write.ts'
import { PERMISSION, moreRefundFields } from './shared.ts'

export default defineWrite({
  name: 'retry',
  summary: 'make refunds again that a gateway could not make, ask again about stalled ones',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/refunds/:id/retry',
  noun: 'refund',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ reason }),
  outcome: 'asked again',
  makes: 'id',
  label: 'amount',
  receipt: {
    status: 'status',
    words: { pending: 'pending at gateway' },
    next: 'souk refund show :id',
  },
  moreFields: moreRefundFields,
  examples: [
    { what: 'one', line: 'souk refund retry rfd_01jd3x --reason "the account is open again"' },
    {
      what: 'all that failed',
      line: 'souk refund list --status failed --all --jq ".[].id" | souk refund retry --from - --reason "outage"',
    },
  ],
})
