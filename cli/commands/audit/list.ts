import { defineList } from '../../define/list.ts'
import { parseTime } from '../../options.ts'

export default defineList({
  summary: 'who did what to whom, newest first',
  permission: 'audit.read',
  path: '/admin/action-logs',
  columns: [
    { key: 'createdAt', title: 'when' },
    { key: 'actor.name', title: 'who' },
    { key: 'action' },
    { key: 'subject.type', title: 'kind', wide: true },
    { key: 'subject.id', title: 'subject', id: true },
    { key: 'reason' },
    { key: 'ip', wide: true },
    { key: 'requestId', title: 'request', wide: true },
  ],
  moreFields: ['id', 'before', 'after'],
  filters: [
    { flags: '--actor <user-id>', description: 'what this person did', param: 'actorId' },
    { flags: '--target <id>', description: 'what was done to this object', param: 'subjectId' },
    { flags: '--action <name>', description: 'such as partner.approved' },
    {
      flags: '--since <time>',
      description: '30d, 2026-01-31 or a time',
      parse: (text) => parseTime(text),
    },
    { flags: '--until <time>', description: 'before this time', parse: (text) => parseTime(text) },
  ],
  examples: [
    { what: 'the last day', line: 'souk audit list --since 1d' },
    {
      what: 'what changed',
      line: "souk audit list --target prt_01jd3x --jq '.[] | {action, before, after}'",
    },
  ],
})
