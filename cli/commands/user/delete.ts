import { defineWrite } from '../../define/write.ts'
import { DELETE, PATH } from './shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'erase what names their holders; orders, books and the audit trail stay',
  permission: DELETE,
  method: 'DELETE',
  path: PATH,
  noun: 'user',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ reason }),
  outcome: 'deleted',
  examples: [
    {
      what: 'one',
      line: 'souk user delete usr_01jd3x --reason "asked by letter" --confirm usr_01jd3x',
    },
    { what: 'a list', line: 'souk user delete --from ids.txt --reason "fraud" --confirm 12' },
  ],
})
