import { defineWrite } from '../../../define/write.ts'
import { NOTES } from '../shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'remove own notes',
  permission: NOTES,
  method: 'DELETE',
  path: '/notes/:id',
  noun: 'note',
  level: 2,
  outcome: 'deleted',
  examples: [{ what: 'one', line: 'souk user note delete not_01jd3x --yes' }],
})
