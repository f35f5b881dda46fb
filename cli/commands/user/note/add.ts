import { defineWrite } from '../../../define/write.ts'
import { NOTES } from '../shared.ts'

export default defineWrite({
  name: 'add',
  summary: 'note something about people, for colleagues alone',
  permission: NOTES,
  method: 'POST',
  path: '/notes/customer/:id',
  noun: 'user',
  level: 1,
  options: [
    { flags: '--body <text>', description: 'what to note', required: true },
    { flags: '--pin', description: 'above the other notes' },
  ],
  body: ({ options: { body, pin } }) => ({ body, isPinned: pin }),
  outcome: 'noted',
  makes: 'id',
  label: 'body',
  moreFields: ['body', 'isPinned', 'author', 'customerId'],
  examples: [
    { what: 'one', line: 'souk user note add usr_01jd3x --body "prefers to be called" --pin' },
  ],
})
