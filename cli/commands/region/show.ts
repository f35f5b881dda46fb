import { defineShow } from '../../define/show.ts'
import { regionColumns } from './shared.ts'

export default defineShow({
  summary: 'one region and what is not sold there',
  argument: 'region-id',
  path: '/regions/:id',
  columns: [
    ...regionColumns,
    { key: 'restrictions.categoryIds', title: 'categories not sold' },
    { key: 'restrictions.productIds', title: 'products not sold' },
    { key: 'createdAt', title: 'created' },
    { key: 'updatedAt', title: 'updated' },
  ],
  examples: [{ what: 'one region', line: 'souk region show reg_01jd3x' }],
})
