import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'delete cities that nothing uses',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/admin/locations/:id',
  noun: 'location',
  level: 3,
  outcome: 'deleted',
  examples: [{ what: 'one city', line: 'souk location delete loc_01jd3x --confirm loc_01jd3x' }],
})
