import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'remove',
  summary: 'take reviews away; each author is told the reason by mail',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/admin/reviews/:id',
  noun: 'review',
  level: 3,
  reason: 'required',
  reasonInBody: true,
  body: ({ reason }) => ({ reason }),
  outcome: 'removed',
  examples: [
    {
      what: 'one review',
      line: 'souk review remove rev_01jd3x --reason "it names a private address" --confirm rev_01jd3x',
    },
    {
      what: 'an advertiser',
      line: 'souk review remove --from ids.txt --reason "adverts" --confirm 12',
    },
  ],
})
