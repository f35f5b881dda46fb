import { defineWrite } from '../../define/write.ts'
import { FEATURE, MODERATION } from './shared.ts'

export default defineWrite({
  name: 'unfeature',
  summary: 'take partners out of the featured ones',
  permission: MODERATION,
  method: 'PUT',
  path: FEATURE,
  noun: 'partner',
  level: 1,
  body: () => ({ featured: false }),
  outcome: 'unfeatured',
  label: 'businessName',
  moreFields: ['businessName', 'isFeatured'],
  examples: [
    { what: 'one partner', line: 'souk partner unfeature prt_01jd3x' },
    { what: 'those of a file', line: 'souk partner unfeature --from ids.txt --confirm 12' },
  ],
})
