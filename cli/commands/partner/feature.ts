import { defineWrite } from '../../define/write.ts'
import { FEATURE, MODERATION } from './shared.ts'

export default defineWrite({
  name: 'feature',
  summary: 'put partners forward: lists find them as featured',
  permission: MODERATION,
  method: 'PUT',
  path: FEATURE,
  noun: 'partner',
  level: 1,
  body: () => ({ featured: true }),
  outcome: 'featured',
  label: 'businessName',
  moreFields: ['businessName', 'isFeatured'],
  examples: [
    { what: 'one partner', line: 'souk partner feature prt_01jd3x' },
    { what: 'those of a file', line: 'souk partner feature --from ids.txt --confirm 12' },
  ],
})
