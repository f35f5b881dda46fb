import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { parseWhole } from '../../options.ts'
import { PERMISSION, moreFields, reviewColumns } from './shared.ts'

export default defineList({
  summary: 'reviews for moderation: the most reported first, then the newest',
  permission: PERMISSION,
  path: '/admin/reviews',
  columns: reviewColumns,
  moreFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'shown, hidden for now, or taken away',
      choices: ['published', 'hidden', 'removed'],
      default: 'published',
    },
    { flags: '--reported', description: 'only those that somebody reported' },
    {
      flags: '--rating <stars>',
      description: 'only those with so many stars',
      parse: (text) => parseWhole(text, 1, 5),
    },
    { flags: '--partner <id>', description: 'only of this partner', param: 'partnerId' },
    { flags: '--product <id>', description: 'only of this product', param: 'productId' },
    {
      flags: '--listing <id>',
      description: 'only of this product, package or event',
      param: 'listingId',
    },
    ...periodFilters(),
  ],
  examples: [
    { what: 'what was reported', line: 'souk review list --reported' },
    { what: 'the worst of a partner', line: 'souk review list --rating 1 --partner prt_01jd3x' },
    { what: 'what was written this week', line: 'souk review list --since 7d' },
  ],
})
