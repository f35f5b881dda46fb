import { defineWrite } from '../../define/write.ts'
import { FEATURE, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'unfeature',
  summary: 'take listings out of the featured ones',
  permission: PERMISSION,
  method: 'PUT',
  path: FEATURE,
  noun: 'listing',
  level: 1,
  body: () => ({ featured: false }),
  outcome: 'unfeatured',
  label: 'title',
  moreFields: ['title', 'isFeatured', 'isPublic'],
  examples: [
    { what: 'one product', line: 'souk product unfeature prd_01jd3x' },
    { what: 'those of a file', line: 'souk product unfeature --from ids.txt' },
  ],
})
