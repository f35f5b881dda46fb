import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { MONEY } from './shared.ts'

export default defineList({
  name: 'transactions',
  summary: "every movement of a partner's money, newest first",
  permission: MONEY,
  argument: 'partner-id',
  path: '/admin/partners/:id/transactions',
  columns: [
    { key: 'createdAt', title: 'when' },
    { key: 'description' },
    { key: 'account' },
    { key: 'amount' },
    { key: 'balanceAfter', title: 'then' },
    { key: 'order.number', title: 'order' },
    { key: 'subject.id', title: 'of', wide: true },
    { key: 'kind', wide: true },
  ],
  moreFields: ['id', 'subject'],
  filters: [
    { flags: '--currency <code>', description: 'only in this currency' },
    ...periodFilters({ since: 'from' }),
  ],
  examples: [
    { what: 'the last month', line: 'souk partner transactions prt_01jd3x --since 30d' },
    {
      what: 'a statement for the tax office',
      line: 'souk partner transactions prt_01jd3x --all --since 2026-01-01 > statement.tsv',
    },
  ],
})
