import { defineList } from '../../define/list.ts'
import { PERMISSION, queueNote, queuesOf } from './shared.ts'

export default defineList({
  summary: 'background jobs, newest first',
  permission: PERMISSION,
  path: '/admin/jobs',
  columns: [
    { key: 'id', id: true },
    { key: 'name' },
    { key: 'queue' },
    { key: 'state' },
    { key: 'attempts' },
    { key: 'createdAt', title: 'created' },
    { key: 'lastError', title: 'error' },
    { key: 'availableAt', title: 'due', wide: true },
    { key: 'requestId', title: 'request', wide: true },
  ],
  moreFields: ['payload', 'doneAt', 'failedAt'],
  filters: [
    {
      flags: '--state <state>',
      description: 'how far it is',
      choices: ['waiting', 'delayed', 'active', 'done', 'failed'],
    },
    { flags: '--queue <name>', description: 'only this queue' },
    { flags: '--name <name>', description: 'only jobs of this name' },
  ],
  notes: (meta) => queuesOf(meta).map(queueNote),
  examples: [
    { what: 'what has failed', line: 'souk job list --state failed' },
    {
      what: 'try all of it again',
      line: 'souk job list --state failed --all | souk job retry --from - --confirm 12',
    },
  ],
})
