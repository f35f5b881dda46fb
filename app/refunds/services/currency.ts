import { InvalidField } from '#core/errors'

/**
 * Whoever names a currency beside an amount wants to be sure of it.
 *
 * @throws InvalidField when it is another one
 */
export function assertCurrency(
  given: string | undefined,
  expected: string,
  whose: 'order' | 'payment'
) {
  if (given === undefined || given === expected) return
  const message = `The currency field must be the ${whose}'s: ${expected}`
  throw new InvalidField('currency', 'sameAs', message)
}
