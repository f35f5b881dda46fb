import { defineWrite } from '../../define/write.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'ban',
  summary: 'close accounts for good; what a partner has earned stays theirs',
  permission: WRITE,
  method: 'PUT',
  path: `${PATH}/ban`,
  noun: 'user',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ reason }),
  outcome: 'banned',
  label: 'name',
  moreFields: ['name', 'status'],
  examples: [
    {
      what: 'one',
      line: 'souk user ban usr_01jd3x --reason "fraud" --confirm usr_01jd3x',
    },
    { what: 'a list', line: 'souk user ban --from ids.txt --reason "fraud" --confirm 12' },
  ],
})
