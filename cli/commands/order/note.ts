import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'note',
  summary: 'write something down about orders; their clients and partners never see it',
  permission: 'notes.write',
  method: 'POST',
  path: '/admin/orders/:id/notes',
  noun: 'order',
  level: 1,
  options: [{ flags: '--body <text>', description: 'what is to be known', required: true }],
  body: ({ options }) => ({ body: options.body }),
  outcome: 'noted',
  label: 'number',
  moreFields: ['number', 'notes'],
  examples: [
    { what: 'a call', line: 'souk order note ord_01jd3x --body "rang: deliver after six"' },
    { what: 'what is known of it', line: "souk order show ord_01jd3x --jq '.notes[].body'" },
  ],
})
