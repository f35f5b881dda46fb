import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'enable',
  summary: 'let suspended staff in again',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/users/:id',
  noun: 'user',
  level: 2,
  body: () => ({ status: 'active' }),
  outcome: 'enabled',
  label: 'email',
  examples: [{ what: 'somebody who is back', line: 'souk admin enable usr_01jd3x --yes' }],
})
