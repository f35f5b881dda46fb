/*
 * The score of a partner for an inquiry: five parts that add up to 1,000,000 points. Rating and
 * response rate are the partner's merit (app/partners/services/merit.ts); the other three depend on
 * the inquiry and the moment, and are computed by the database while it reads the index. Raise the
 * version when a weight or a formula changes: each lead keeps the version it was scored by.
 */
import { RATING_POINTS, RESPONSE_POINTS } from '#partners/services/merit'
import { EARTH_RADIUS_KM } from '#partners/services/reach_grid'
import { DAY } from '#core/support/clock'

export const RULE_VERSION = 1

export const PRICE_POINTS = 200_000
export const DISTANCE_POINTS = 150_000
export const TURN_POINTS = 100_000

/** at this distance a partner has half of the points */
const HALF_DISTANCE_KM = 50
/** after this long without a lead a partner has all points of the turn: 6,048 ms for each */
const FULL_TURN = 7 * DAY
const MS_PER_TURN_POINT = FULL_TURN / TURN_POINTS

/** What a partner's score depends on, beside the partner. */
export interface Demand {
  categoryIds: string[]
  currency: string
  budgetMin: number
  budgetMax: number
  locationId: string
  /** the place on the unit sphere */
  x: number
  y: number
  z: number
  now: number
}

export interface Points {
  rating: number
  response: number
  price: number
  distance: number
  turn: number
}

export interface Candidate {
  partnerId: string
  lastLeadAt: number
  demerit: number
  score: number
  points: Points
}

/** The parts as shares of what each could be, 0 to 1: what is stored and shown to staff. */
export function scoreParts(points: Points): Record<string, number> {
  const share = (part: number, of: number) => Math.round((part / of) * 10_000) / 10_000
  return {
    rating: share(points.rating, RATING_POINTS),
    responseRate: share(points.response, RESPONSE_POINTS),
    priceFit: share(points.price, PRICE_POINTS),
    distance: share(points.distance, DISTANCE_POINTS),
    turn: share(points.turn, TURN_POINTS),
  }
}

export interface Sql {
  text: string
  values: (string | number)[]
}

/** The columns of a candidate that the points are made of. */
export function factsSql(demand: Demand): Sql {
  const { x, y, z, locationId, budgetMin, budgetMax } = demand
  const width = budgetMax - budgetMin
  return {
    text: `partner_id, last_lead_at, demerit, rating_points, response_points,
      CASE WHEN location_id = ? THEN 1e0 ELSE x * ? + y * ? + z * ? END AS dot,
      (CASE WHEN rate_max < ? THEN rate_max ELSE ? END)
        - (CASE WHEN rate_min > ? THEN rate_min ELSE ? END) AS overlap_width,
      CASE WHEN rate_max - rate_min < ? THEN rate_max - rate_min ELSE ? END AS narrow_width`,
    values: [locationId, x, y, z, budgetMax, budgetMax, budgetMin, budgetMin, width, width],
  }
}

/** Who is eligible, among the rows of one category, currency and area. */
export function eligibleSql(demand: Demand): Sql {
  const { x, y, z, locationId, budgetMin, budgetMax } = demand
  return {
    text: `rate_min <= ? AND rate_max >= ?
      AND (location_id = ? OR x * ? + y * ? + z * ? >= min_dot)`,
    values: [budgetMax, budgetMin, locationId, x, y, z],
  }
}

/**
 * The points, from the columns above. Price: the share of the narrower of budget and rates that
 * both have in common. All arithmetic is in doubles, so that both databases agree to the point.
 */
export function pointsSql(demand: Demand): Sql {
  const { now } = demand
  return {
    text: `partner_id, last_lead_at, demerit, rating_points, response_points,
      CASE WHEN narrow_width <= 0 THEN ${PRICE_POINTS}
        ELSE FLOOR(${PRICE_POINTS} * (overlap_width * 1e0 / narrow_width) + 0.5e0)
      END AS price_points,
      CASE WHEN dot >= 1 THEN ${DISTANCE_POINTS}
        ELSE FLOOR(${DISTANCE_POINTS * HALF_DISTANCE_KM}
          / (${HALF_DISTANCE_KM} + ${EARTH_RADIUS_KM} * ACOS(dot)) + 0.5e0)
      END AS distance_points,
      CASE WHEN last_lead_at <= ? THEN ${TURN_POINTS} WHEN last_lead_at >= ? THEN 0
        ELSE FLOOR((? - last_lead_at) * 1e0 / ${MS_PER_TURN_POINT})
      END AS turn_points`,
    values: [now - FULL_TURN, now, now],
  }
}

export const SCORE_SQL =
  'rating_points + response_points + price_points + distance_points + turn_points'

/** The best first; at equal scores whoever has waited longest. */
export function byScore(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.lastLeadAt !== b.lastLeadAt) return a.lastLeadAt - b.lastLeadAt
  return a.partnerId < b.partnerId ? -1 : 1
}
