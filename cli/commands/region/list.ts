import { defineList } from '../../define/list.ts'
import { activeFilter, regionColumns } from './shared.ts'

export default defineList({
  summary: 'regions with currency and tax',
  path: '/regions',
  columns: regionColumns,
  filters: [
    { flags: '--country <code>', description: 'the region of this country, such as DE' },
    activeFilter,
  ],
  examples: [{ what: 'all of them', line: 'souk region list --all' }],
})
