import { defineList } from '../../define/list.ts'
import { activeFilter } from '../region/shared.ts'
import { locationColumns } from './shared.ts'

export default defineList({
  summary: 'cities that clients and partners can choose',
  path: '/locations',
  columns: locationColumns,
  filters: [
    { flags: '--country <code>', description: 'two letters, such as DE' },
    { flags: '--search <text>', description: 'beginning of the city’s name', param: 'q' },
    activeFilter,
  ],
  examples: [{ what: 'cities of Germany', line: 'souk location list --country DE' }],
})
