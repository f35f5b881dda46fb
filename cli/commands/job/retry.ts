import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'retry',
  summary: 'give failed jobs all their attempts again',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/jobs/:id/retry',
  noun: 'job',
  level: 2,
  outcome: 'waiting',
  label: 'name',
  examples: [{ what: 'one job', line: 'souk job retry job_01jd3x' }],
})
