import { defineList } from '../../define/list.ts'
import { PERMISSION } from './shared.ts'

export default defineList({
  summary: 'money that partners take out, the oldest first',
  permission: PERMISSION,
  path: '/admin/withdrawals',
  columns: [
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
  ],
  moreFields: ['approvalsNeeded', 'payTo', 'decidedAt'],
  filters: [
    {
      flags: '--status <status>',
      description: 'how far it is',
      choices: ['requested', 'approved', 'processing', 'paid', 'rejected', 'failed'],
    },
    { flags: '--partner <id>', description: 'only of this partner', param: 'partnerId' },
  ],
  examples: [
    { what: 'what waits for a decision', line: 'souk withdrawal list --status requested' },
    {
      what: 'what to type into the bank form',
      line: "souk withdrawal list --status approved --jq '.[] | {id, amount, payTo}'",
    },
  ],
})
