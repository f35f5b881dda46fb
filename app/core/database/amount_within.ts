import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

export interface AmountRange {
  /** minor units, included; for people to mean something by it, together with a currency */
  minAmount?: number
  maxAmount?: number
}

/**
 * Leaves the rows whose amount lies in a range; the amount should be part of the index that serves
 * the list, so that it is looked for without reading rows.
 */
export function whereAmountWithin(
  query: DatabaseQueryBuilderContract<any>,
  column: string,
  { minAmount, maxAmount }: AmountRange
) {
  if (minAmount !== undefined) query.where(column, '>=', minAmount)
  if (maxAmount !== undefined) query.where(column, '<=', maxAmount)
}
