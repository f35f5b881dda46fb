import { defineShow } from '../../define/show.ts'
import { eventColumns, moreFields } from './shared.ts'

export default defineShow({
  summary: 'one message of a gateway, and why it failed',
  permission: 'system.operate',
  argument: 'event-id',
  path: '/admin/webhook-events/:id',
  columns: [
    ...eventColumns.map((column) => ({ ...column, wide: false })),
    { key: 'occurredAt', title: 'happened' },
    { key: 'handledAt', title: 'handled' },
  ],
  moreFields,
  examples: [{ what: 'one message', line: 'souk webhook show whk_01jd3x' }],
})
