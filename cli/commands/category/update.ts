import { defineWrite } from '../../define/write.ts'
import { PERMISSION, categoryOptions } from './shared.ts'

export default defineWrite({
  name: 'update',
  summary: 'change a category, or switch it on and off',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/categories/:id',
  noun: 'category',
  level: 1,
  needsOption: true,
  options: [
    ...categoryOptions,
    { flags: '--active <yes|no>', description: 'shown to clients', choices: ['yes', 'no'] },
  ],
  body: ({ options: { name, slug, description, position, active } }) => ({
    name,
    slug,
    description,
    position,
    isActive: active === undefined ? undefined : active === 'yes',
  }),
  outcome: 'updated',
  label: 'name',
  examples: [{ what: 'hide it', line: 'souk category update cat_01jd3x --active no' }],
})
