import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'run',
  summary: 'run a scheduled task now, for the newest period or a named one',
  permission: 'system.operate',
  method: 'POST',
  path: '/admin/schedule-runs',
  noun: 'task',
  takesIds: false,
  level: 2,
  options: [
    { flags: '--task <name>', description: 'name of the task', required: true },
    { flags: '--period <name>', description: 'such as 2026-11-21 or 2026-W47' },
  ],
  body: ({ options }) => ({ task: options.task, period: options.period }),
  outcome: 'due',
  label: 'period',
  moreFields: ['task', 'period', 'state'],
  examples: [{ what: 'sweep now', line: 'souk schedule run --task core.sweep --yes' }],
})
