import { defineList } from '../../define/list.ts'

export default defineList({
  summary: 'runs of scheduled tasks, newest period first',
  permission: 'system.operate',
  path: '/admin/schedule-runs',
  columns: [
    { key: 'task' },
    { key: 'period' },
    { key: 'state' },
    { key: 'attempts' },
    { key: 'startedAt', title: 'started' },
    { key: 'finishedAt', title: 'finished' },
    { key: 'lastError', title: 'error' },
    { key: 'dueAt', title: 'due', wide: true },
  ],
  moreFields: ['cursor'],
  filters: [
    { flags: '--task <name>', description: 'only this task' },
    {
      flags: '--state <state>',
      description: 'how it went',
      choices: ['due', 'running', 'done', 'failed'],
    },
  ],
  examples: [{ what: 'what went wrong lately', line: 'souk schedule list --state failed' }],
})
