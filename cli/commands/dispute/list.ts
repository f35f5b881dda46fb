import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { disputeColumns, moreFields } from './shared.ts'

export default defineList({
  summary: 'disputes of clients and charge-backs of their banks, the oldest first',
  permission: 'orders.write',
  path: '/admin/disputes',
  columns: disputeColumns,
  moreFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'open, or for whom it was decided',
      choices: ['open', 'client', 'partner'],
      default: 'open',
      sentAs: { client: 'resolved_client', partner: 'resolved_partner' },
    },
    ...periodFilters(),
  ],
  examples: [
    { what: 'what waits for a decision', line: 'souk dispute list' },
    { what: 'what clients got', line: 'souk dispute list --status client --wide' },
    { what: 'what was opened this week', line: 'souk dispute list --since 7d' },
  ],
})
