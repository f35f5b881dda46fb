import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { columns, filters, moreFields, PATH, PERMISSION } from './shared.ts'

export default defineList({
  summary: 'who did what to whom, newest first',
  permission: PERMISSION,
  path: PATH,
  columns,
  moreFields,
  filters: [...filters, ...periodFilters()],
  examples: [
    { what: 'the last day', line: 'souk audit list --since 1d' },
    {
      what: 'what changed',
      line: "souk audit list --target prt_01jd3x --jq '.[] | {action, before, after}'",
    },
    { what: 'everything about orders', line: "souk audit list --action 'order.*'" },
  ],
})
