import { defineList } from '../../../define/list.ts'
import { NOTES, noteColumns, noteFields } from '../shared.ts'

export default defineList({
  summary: 'notes on a client or partner: pinned ones first, then the newest',
  permission: NOTES,
  argument: 'user-id',
  path: '/notes/customer/:id',
  columns: noteColumns,
  moreFields: noteFields,
  examples: [{ what: 'all of them', line: 'souk user note list usr_01jd3x --all' }],
})
