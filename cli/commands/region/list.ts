import { defineList } from '../../define/list.ts'
import { regionColumns } from './shared.ts'

export default defineList({
  summary: 'regions with currency and tax',
  path: '/regions',
  columns: regionColumns,
  examples: [{ what: 'all of them', line: 'souk region list --all' }],
})
