import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'move',
  summary: 'hang a category under another one, or at the top',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/categories/:id',
  noun: 'category',
  level: 2,
  options: [{ flags: '--parent <category-id|top>', description: 'its new parent', required: true }],
  body: ({ options: { parent } }) => ({ parentId: parent === 'top' ? null : parent }),
  outcome: 'moved',
  label: 'name',
  examples: [{ what: 'to the top', line: 'souk category move cat_01jd3x --parent top --yes' }],
})
