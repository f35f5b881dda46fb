import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'disable',
  summary: 'deactivate staff accounts; their sessions end at once',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/admin/users/:id',
  noun: 'user',
  level: 3,
  outcome: 'disabled',
  examples: [
    { what: 'somebody who left', line: 'souk admin disable usr_01jd3x --confirm usr_01jd3x' },
  ],
})
