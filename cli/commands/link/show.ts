import { defineShow } from '../../define/show.ts'
import { linkColumns } from './shared.ts'

export default defineShow({
  summary: 'one payment link, and whether it was paid',
  permission: 'payments.read',
  argument: 'link-id',
  path: '/payments/links/:id',
  columns: linkColumns,
  moreFields: ['kind'],
  examples: [{ what: 'one link', line: 'souk link show plk_01jd3x' }],
})
