import { defineWrite } from '../../../define/write.ts'
import { NOTES } from '../shared.ts'

export default defineWrite({
  name: 'edit',
  summary: 'change own notes',
  permission: NOTES,
  method: 'PUT',
  path: '/notes/:id',
  noun: 'note',
  level: 1,
  needsOption: true,
  options: [
    { flags: '--body <text>', description: 'the new text' },
    { flags: '--pin', description: 'above the other notes' },
    { flags: '--no-pin', description: 'among the other notes' },
  ],
  body: ({ options: { body, pin } }) => ({ body, isPinned: pin }),
  outcome: 'changed',
  label: 'body',
  moreFields: ['body', 'isPinned', 'isEdited'],
  examples: [{ what: 'one', line: 'souk user note edit not_01jd3x --body "prefers mail now"' }],
})
