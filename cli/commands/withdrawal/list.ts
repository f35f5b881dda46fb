import { defineList } from '../../define/list.ts'
import { timeFilter } from '../../define/period.ts'
import { parseMoney } from '../../money.ts'
import { parseTime } from '../../options.ts'
import type { Money } from '../../output/values.ts'
import { withdrawalColumns, moreFields, PERMISSION } from './shared.ts'

export default defineList({
  summary: 'money that partners take out, the oldest first',
  permission: PERMISSION,
  path: '/admin/withdrawals',
  columns: withdrawalColumns,
  moreFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'how far it is',
      choices: ['requested', 'approved', 'processing', 'paid', 'rejected', 'cancelled', 'failed'],
    },
    { flags: '--partner <id>', description: 'only of this partner', param: 'partnerId' },
    {
      flags: '--stalled <yes>',
      description: 'only those that a gateway was asked about for a week in vain',
      choices: ['yes'],
      sentAs: { yes: 'true' },
    },
    {
      flags: '--held <yes|no>',
      description: 'only those that somebody looks into, or none of them',
      choices: ['yes', 'no'],
      sentAs: { yes: 'true', no: 'false' },
    },
    {
      flags: '--older-than <duration>',
      description: 'asked for longer ago than this, such as 3d',
      param: 'until',
      parse: (text) => parseTime(text),
    },
    timeFilter('--since', 'asked for since: 30d, 2026-01-31 or a time'),
    {
      flags: '--min <amount>',
      description: 'at least so much, such as "1000 EUR"',
      param: 'minAmount',
      parse: parseMoney,
    },
  ],
  together: ({ minAmount }) => {
    const least = minAmount as unknown as Money | undefined
    return least ? { minAmount: least.amount, currency: least.currency } : {}
  },
  examples: [
    { what: 'what waits for a decision', line: 'souk withdrawal list --status requested' },
    { what: 'large ones', line: 'souk withdrawal list --min "1000 EUR"' },
    {
      what: 'what has waited too long',
      line: 'souk withdrawal list --status requested --older-than 3d',
    },
    {
      what: 'what to type into the bank form',
      line: "souk withdrawal list --status approved --jq '.[] | {id, amount, payTo}'",
    },
  ],
})
