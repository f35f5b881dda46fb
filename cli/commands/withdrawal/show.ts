import { defineShow } from '../../define/show.ts'
import { PATH, PERMISSION, moreFields, withdrawalColumns } from './shared.ts'
import type { Row } from '../../output/columns.ts'

export default defineShow({
  summary: 'one withdrawal: who approved it, and where it goes',
  permission: PERMISSION,
  argument: 'withdrawal-id',
  path: PATH,
  columns: [
    ...withdrawalColumns.map((column) => ({ ...column, wide: false })),
    { key: 'heldAt', title: 'held since' },
    { key: 'holdReason', title: 'held because' },
    { key: 'decidedAt', title: 'decided' },
    { key: 'payTo.accountHolder', title: 'pay to' },
    { key: 'payTo.accountNumber', title: 'number' },
    { key: 'payTo.bankCode', title: 'bank code' },
    { key: 'payTo.bankName', title: 'bank' },
  ],
  sections: [
    {
      title: 'Approvals',
      rows: (withdrawal) => (withdrawal.approvals as Row[]) ?? [],
      columns: [
        { key: 'staff.id', title: 'who', id: true },
        { key: 'staff.name', title: 'name' },
        { key: 'at', title: 'when' },
      ],
    },
    {
      title: 'What the partner has',
      rows: (withdrawal) => (withdrawal.balances as Row[]) ?? [],
      columns: [
        { key: 'currency' },
        { key: 'available' },
        { key: 'pending' },
        { key: 'held' },
        { key: 'inFlight', title: 'on its way' },
        { key: 'debt' },
      ],
    },
  ],
  moreFields,
  examples: [{ what: 'before it is approved', line: 'souk withdrawal show wdr_01jd3x' }],
})
