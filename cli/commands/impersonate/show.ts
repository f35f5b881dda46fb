import { defineShow } from '../../define/show.ts'
import { allColumns, LOGS, PERMISSION } from './shared.ts'
import type { Row } from '../../output/columns.ts'

export default defineShow({
  summary: 'one impersonation: its notes and its calls',
  permission: PERMISSION,
  argument: 'session-id',
  path: `${LOGS}/:id`,
  paged: 'requests',
  columns: allColumns,
  sections: [
    {
      title: 'Notes',
      rows: (log) => (log.notes as Row[]) ?? [],
      columns: [{ key: 'createdAt', title: 'at' }, { key: 'text' }],
    },
    {
      title: 'Calls',
      rows: (log) => (log.requests as Row[]) ?? [],
      columns: [
        { key: 'at' },
        { key: 'method' },
        { key: 'path' },
        { key: 'status' },
        { key: 'requestId', title: 'request' },
      ],
    },
  ],
  moreFields: ['notes', 'requests'],
  examples: [{ what: 'what was looked at', line: 'souk impersonate show imp_01jd3x' }],
})
