import { defineList } from '../../define/list.ts'
import { withdrawalColumns, moreFields, PERMISSION } from './shared.ts'

export default defineList({
  summary: 'money that partners take out, the oldest first',
  permission: PERMISSION,
  path: '/admin/withdrawals',
  columns: withdrawalColumns,
  moreFields,
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
