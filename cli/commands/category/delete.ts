import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'delete',
  summary: 'delete categories that nothing uses',
  permission: PERMISSION,
  method: 'DELETE',
  path: '/admin/categories/:id',
  noun: 'category',
  level: 3,
  outcome: 'deleted',
  examples: [
    { what: 'one category', line: 'souk category delete cat_01jd3x --confirm cat_01jd3x' },
  ],
})
