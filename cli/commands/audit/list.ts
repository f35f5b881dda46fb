import { defineList } from '../../define/list.ts'
import { parseTime } from '../../options.ts'
import { columns, filters, moreFields, PATH, PERMISSION, sinceFilter } from './shared.ts'

export default defineList({
  summary: 'who did what to whom, newest first',
  permission: PERMISSION,
  path: PATH,
  columns,
  moreFields,
  filters: [
    ...filters,
    sinceFilter,
    { flags: '--until <time>', description: 'before this time', parse: (text) => parseTime(text) },
  ],
  examples: [
    { what: 'the last day', line: 'souk audit list --since 1d' },
    {
      what: 'what changed',
      line: "souk audit list --target prt_01jd3x --jq '.[] | {action, before, after}'",
    },
    { what: 'everything about orders', line: "souk audit list --action 'order.*'" },
  ],
})
