import type Partner from '#partners/models/partner'

/** What a partner charges, in minor units; null until it is said. */
export function ratesOf({
  rateMin,
  rateMax,
  rateCurrency,
}: Pick<Partner, 'rateMin' | 'rateMax' | 'rateCurrency'>) {
  if (rateCurrency === null) return null
  const bound = (amount: number | null) => (amount === null ? null : Number(amount))
  return { min: bound(rateMin), max: bound(rateMax), currency: rateCurrency }
}

/** The plain mean of the stars, to a tenth; null before the first rating. */
export function ratingOf({ ratingSum, ratingCount }: Pick<Partner, 'ratingSum' | 'ratingCount'>) {
  const average = ratingCount === 0 ? null : Math.round((10 * ratingSum) / ratingCount) / 10
  return { average, count: ratingCount }
}
