/*
 * What matching thinks of a partner whoever asks: the two parts of the score that do not depend on
 * the inquiry. In points; all five parts of a score add up to 1,000,000 (docs/adr/0009-matching.md).
 */
export const RATING_POINTS = 350_000
export const RESPONSE_POINTS = 200_000
export const MERIT_POINTS = RATING_POINTS + RESPONSE_POINTS

/** A partner counts as having this many ratings of this value before the first real one. */
const PRIOR_RATINGS = 5
const PRIOR_STARS = 3.5

/** A newcomer has answered everything so far; the first silence costs a sixth, not all. */
const PRIOR_LEADS = 5

/** The Bayesian mean of 1 to 5 stars, as points. */
export function ratingPoints(sum: number, count: number): number {
  return Math.round((RATING_POINTS * (clamp(bayesianStars(sum, count), 1, 5) - 1)) / 4)
}

/** The same in thousandths of a star: what `partners.rating_score` keeps to sort by. */
export function ratingScore(sum: number, count: number): number {
  return Math.round(1000 * bayesianStars(sum, count))
}

function bayesianStars(sum: number, count: number): number {
  return (sum + PRIOR_STARS * PRIOR_RATINGS) / (count + PRIOR_RATINGS)
}

/**
 * The share of the offered leads that the partner answered, as points. A lead that still waits says
 * nothing yet: counting it as silence would favour whoever's leads happened to end early.
 */
export function responsePoints(offered: number, answered: number, open: number): number {
  const concluded = Math.max(answered, offered - open)
  return Math.round((RESPONSE_POINTS * (answered + PRIOR_LEADS)) / (concluded + PRIOR_LEADS))
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}
