import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'delete regions that nothing uses',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/regions/:id',
  noun: 'region',
  level: 3,
  outcome: 'deleted',
  examples: [{ what: 'one region', line: 'souk region delete reg_01jd3x --confirm reg_01jd3x' }],
})
