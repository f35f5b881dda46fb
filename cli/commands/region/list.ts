import { defineList } from '../../define/list.ts'
import { regionColumns } from './shared.ts'

export default defineList({
  summary: 'regions with currency and tax',
  path: '/regions',
  columns: regionColumns,
  filters: [
    { flags: '--country <code>', description: 'the region of this country, such as DE' },
    {
      flags: '--active <yes|no>',
      description: 'those that can be chosen, or those that were switched off',
      choices: ['yes', 'no'],
      default: 'yes',
      param: 'isActive',
      sentAs: { yes: 'true', no: 'false' },
    },
  ],
  examples: [{ what: 'all of them', line: 'souk region list --all' }],
})
