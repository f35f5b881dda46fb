import { defineWrite } from '../../define/write.ts'
import { parseMoment } from '../../options.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'suspend',
  summary: 'close accounts for a while; sessions end at once, each holder is told why',
  permission: WRITE,
  method: 'PUT',
  path: `${PATH}/suspend`,
  noun: 'user',
  level: 2,
  reason: 'required',
  reasonInBody: true,
  options: [
    {
      flags: '--until <time>',
      description: '7d from now, 2026-01-31 or a time; until somebody lifts it when absent',
      parse: (text) => parseMoment(text),
    },
  ],
  body: ({ reason, options }) => ({ reason, until: options.until }),
  outcome: 'suspended',
  label: 'name',
  moreFields: ['name', 'status'],
  examples: [
    {
      what: 'for a week',
      line: 'souk user suspend usr_01jd3x --until 7d --reason "a stolen card"',
    },
    {
      what: 'a list, in a script',
      line: 'souk user suspend --from ids.txt --reason "spam" --confirm 12',
    },
  ],
})
