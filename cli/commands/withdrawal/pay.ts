import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'pay',
  alias: 'mark-paid',
  summary: 'note that the bank has paid an approved withdrawal that no gateway pays',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 3,
  reason: 'required',
  options: [
    { flags: '--reference <text>', description: "the bank's reference of it", required: true },
  ],
  body: ({ options }) => ({ action: 'pay', reference: options.reference }),
  outcome: 'paid',
  label: 'reference',
  receipt: { status: 'status', next: 'souk withdrawal show :id' },
  examples: [
    {
      what: 'one',
      line: 'souk withdrawal pay wdr_01jd3x --reference "SEPA 2026-11-21/7" --reason "bank run"',
    },
  ],
})
