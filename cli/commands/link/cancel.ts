import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'cancel',
  summary: 'close payment links that nobody is to pay by any more',
  permission: 'payments.write',
  method: 'PUT',
  path: '/payments/links/:id/cancel',
  noun: 'link',
  level: 2,
  outcome: 'cancelled',
  label: 'description',
  moreFields: ['status'],
  examples: [{ what: 'one link', line: 'souk link cancel plk_01jd3x --yes' }],
})
