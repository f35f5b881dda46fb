import { defineList } from '../../define/list.ts'
import { locationColumns } from './shared.ts'

export default defineList({
  summary: 'cities that clients and partners can choose',
  path: '/locations',
  columns: locationColumns,
  filters: [
    { flags: '--country <code>', description: 'two letters, such as DE' },
    { flags: '--search <text>', description: 'beginning of the city’s name', param: 'q' },
    {
      flags: '--active <yes|no>',
      description: 'those that can be chosen, or those that were switched off',
      choices: ['yes', 'no'],
      default: 'yes',
      param: 'isActive',
      sentAs: { yes: 'true', no: 'false' },
    },
  ],
  examples: [{ what: 'cities of Germany', line: 'souk location list --country DE' }],
})
