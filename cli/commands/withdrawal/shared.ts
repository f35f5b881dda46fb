import type { Column } from '../../output/columns.ts'

/** What staff need for withdrawals. */
export const PERMISSION = 'withdrawals.review'

export const PATH = '/admin/withdrawals/:id'

export const withdrawalColumns: Column[] = [
  { key: 'id', title: 'withdrawal', id: true },
  { key: 'partner.businessName', title: 'partner' },
  { key: 'amount' },
  { key: 'status' },
  { key: 'driver', title: 'paid by' },
  {
    key: 'approvals',
    value: ({ approvals, approvalsNeeded }) =>
      `${(approvals as unknown[]).length} of ${approvalsNeeded}`,
  },
  { key: 'destination.accountNumber', title: 'account' },
  { key: 'createdAt', title: 'asked' },
  { key: 'reference', wide: true },
  { key: 'reason', wide: true },
  { key: 'partner.id', title: 'partner id', wide: true },
  { key: 'paidAt', title: 'paid', wide: true },
  { key: 'isStalled', title: 'stalled', wide: true },
]

export const moreFields = ['approvalsNeeded', 'payTo', 'decidedAt', 'heldAt', 'holdReason']
