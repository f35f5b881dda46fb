import { defineShow } from '../../define/show.ts'
import { regionColumns } from './shared.ts'

export default defineShow({
  summary: 'one region and what is not sold there',
  argument: 'region-id',
  path: '/regions/:id',
  columns: [...regionColumns, { key: 'restrictions' }],
  examples: [{ what: 'one region', line: 'souk region show reg_01jd3x' }],
})
