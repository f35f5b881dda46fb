import { defineWrite } from '../../define/write.ts'
import { PERMISSION, categoryOptions } from './shared.ts'

export default defineWrite({
  name: 'create',
  summary: 'add a category',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/categories',
  noun: 'category',
  takesIds: false,
  level: 1,
  options: [
    { ...categoryOptions[0], required: true },
    ...categoryOptions.slice(1),
    { flags: '--parent <category-id>', description: 'the category above it' },
  ],
  body: ({ options: { name, slug, description, position, parent } }) => ({
    name,
    slug,
    description,
    position,
    parentId: parent,
  }),
  outcome: 'created',
  label: 'name',
  examples: [
    {
      what: 'under another one',
      line: 'souk category create --name "Drone photography" --parent cat_01jd3x',
    },
  ],
})
