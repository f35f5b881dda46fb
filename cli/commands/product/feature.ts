import { defineWrite } from '../../define/write.ts'
import { FEATURE, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'feature',
  summary: 'put listings forward: lists find them as featured',
  permission: PERMISSION,
  method: 'PUT',
  path: FEATURE,
  noun: 'listing',
  level: 1,
  body: () => ({ featured: true }),
  outcome: 'featured',
  label: 'title',
  moreFields: ['title', 'isFeatured', 'isPublic'],
  examples: [
    { what: 'one product', line: 'souk product feature prd_01jd3x' },
    { what: 'those of a file', line: 'souk product feature --from ids.txt' },
  ],
})
