import { defineList } from '../../define/list.ts'
import { READ, moreFields, userColumns, userFilters } from './shared.ts'

export default defineList({
  summary: 'clients and partners, newest first',
  permission: READ,
  path: '/admin/customers',
  columns: userColumns,
  moreFields,
  filters: [
    ...userFilters,
    { flags: '--search <text>', description: 'beginning of name, e-mail, phone or id' },
  ],
  examples: [
    { what: 'who is suspended, and until when', line: 'souk user list --status suspended --wide' },
    {
      what: 'partners not seen for a year',
      line: 'souk user list --role partner --idle-since 365d',
    },
    {
      what: 'addresses of everybody from Austria',
      line: "souk user list --country AT --all --jq '.[].email'",
    },
  ],
})
