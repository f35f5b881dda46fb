/*
 * `--currency`, `--min` and `--max`, the same on every list whose endpoint knows them.
 */
import { moneyOf, parseAmount } from '../money.ts'
import type { Query } from '../http.ts'
import type { Money } from '../output/values.ts'
import type { Filter } from './list.ts'

/** An amount between two, in one currency. */
export function amountFilters(): Filter[] {
  return [
    { flags: '--currency <code>', description: 'only in this currency' },
    {
      flags: '--min <decimal>',
      description: 'at least so much, in --currency',
      param: 'minAmount',
      parse: parseAmount,
    },
    {
      flags: '--max <decimal>',
      description: 'at most so much, in --currency',
      param: 'maxAmount',
      parse: parseAmount,
    },
  ]
}

/** What these flags are in the query: whole minor units of one currency. */
export function amountsTogether({ currency, minAmount, maxAmount }: Query): Query {
  const least = moneyIn(minAmount, currency, '--min')
  const most = moneyIn(maxAmount, least?.currency ?? currency, '--max')
  return {
    currency: least?.currency ?? most?.currency ?? currency,
    minAmount: least?.amount,
    maxAmount: most?.amount,
  }
}

function moneyIn(decimal: unknown, currency: unknown, flag: string): Money | undefined {
  return decimal === undefined ? undefined : moneyOf(String(decimal), currency, flag)
}
