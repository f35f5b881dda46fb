import { defineWrite } from '../../define/write.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'activate',
  summary: 'open suspended or banned accounts again; each holder is told by mail',
  permission: WRITE,
  method: 'PUT',
  path: `${PATH}/activate`,
  noun: 'user',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ reason }),
  outcome: 'activated',
  label: 'name',
  moreFields: ['name', 'status'],
  examples: [
    { what: 'one', line: 'souk user activate usr_01jd3x --reason "the card was their own"' },
    {
      what: 'everybody who is suspended',
      line: 'souk user list --status suspended --all | souk user activate --from - --reason "lifted" --confirm 3',
    },
  ],
})
