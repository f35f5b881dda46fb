import { defineList } from '../../define/list.ts'
import { PERMISSION } from './shared.ts'

export default defineList({
  summary: 'every category with how often it is used',
  permission: PERMISSION,
  path: '/admin/categories',
  columns: [
    { key: 'id', title: 'category', id: true },
    { key: 'name' },
    { key: 'slug' },
    { key: 'parentId', title: 'parent', id: true },
    { key: 'isActive', title: 'active' },
    { key: 'uses.partners', title: 'partners' },
    { key: 'uses.inquiries', title: 'inquiries' },
    { key: 'uses.children', title: 'children' },
    { key: 'position', wide: true },
  ],
  moreFields: ['description'],
  examples: [{ what: 'names and ids', line: "souk category list --format '{id} {name}'" }],
})
