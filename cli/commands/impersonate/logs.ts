import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { columns, LOGS, PERMISSION } from './shared.ts'

export default defineList({
  name: 'logs',
  summary: 'who looked through whose eyes, why and how long',
  permission: PERMISSION,
  path: LOGS,
  columns,
  filters: [
    { flags: '--admin <user-id>', description: 'looks of this person', param: 'staffId' },
    { flags: '--customer <user-id>', description: 'looks at this account', param: 'customerId' },
    { flags: '--open', description: 'only those that go on now' },
    ...periodFilters(),
  ],
  examples: [
    { what: 'the last week', line: 'souk impersonate logs --since 7d' },
    { what: 'who looks right now', line: 'souk impersonate logs --open' },
  ],
})
