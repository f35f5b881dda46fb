import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { KINDS, PERMISSION, listingColumns, moreFields } from './shared.ts'

export default defineList({
  summary: 'what partners sell; what waits for a look the longest first, all else newest first',
  permission: PERMISSION,
  path: '/admin/listings',
  columns: listingColumns,
  moreFields,
  filters: [
    {
      flags: '--moderation <state>',
      description: 'what staff have said of it',
      choices: ['pending', 'approved', 'hidden'],
    },
    { flags: '--kind <kind>', description: 'only this kind', choices: KINDS },
    {
      flags: '--status <status>',
      description: 'what the partner has made of it',
      choices: ['draft', 'active', 'inactive'],
      sentAs: {
        pending: { moderation: 'pending' },
        live: { moderation: 'approved', status: 'active' },
        hidden: { moderation: 'hidden' },
      },
    },
    {
      flags: '--partner <id>',
      alias: '--seller <id>',
      description: 'only of this partner',
      param: 'partnerId',
    },
    { flags: '--search <words>', description: 'words of title and description', param: 'q' },
    ...periodFilters(),
  ],
  examples: [
    { what: 'what waits for a look', line: 'souk product list --moderation pending' },
    {
      what: 'the packages of a partner',
      line: 'souk product list --kind package --partner prt_01jd3x',
    },
    { what: 'what is new', line: 'souk product list --since 7d' },
  ],
})
