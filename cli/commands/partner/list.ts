import { defineList } from '../../define/list.ts'
import { PERMISSION, partnerColumns, statusFilter } from './shared.ts'

export default defineList({
  summary: 'the verification queue, oldest first',
  permission: PERMISSION,
  path: '/admin/verifications',
  columns: partnerColumns,
  filters: [statusFilter],
  examples: [
    { what: 'who is waiting', line: 'souk partner list' },
    {
      what: 'ids of everybody rejected',
      line: 'souk partner list --status rejected --all | cut -f1',
    },
    { what: 'names, by jq', line: "souk partner list --jq '.[].businessName'" },
  ],
})
