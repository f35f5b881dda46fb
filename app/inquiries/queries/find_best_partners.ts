/*
 * The best partners for an inquiry: exact over all that are eligible, without looking at most of
 * them. The index holds the partners of a category and area by merit, so the first few of each area
 * give a score to beat; a partner further down can only beat it with enough merit, which bounds how
 * far the second look goes (docs/adr/0009-matching.md).
 */
import type { Transaction } from '#core/database/write'
import {
  byScore,
  DISTANCE_POINTS,
  eligibleSql,
  factsSql,
  pointsSql,
  PRICE_POINTS,
  SCORE_SQL,
  TURN_POINTS,
  type Candidate,
  type Demand,
  type Sql,
} from '#inquiries/services/matching_rule'
import { MERIT_POINTS } from '#partners/services/merit'
import { areasAt, type Point } from '#partners/services/reach_grid'

/** how many of each area the first look takes, at least; never fewer than are wanted */
const FIRST_LOOK = 40

export interface Search {
  demand: Demand
  place: Point
  /** how many are wanted */
  wanted: number
  /** partners who were asked before, or cannot take a lead after all */
  except: string[]
}

type Reader = Pick<Transaction, 'rawQuery' | 'dialect'>

interface CandidateRow {
  partner_id: string
  branch: number
  last_lead_at: number
  demerit: number
  rating_points: number
  response_points: number
  price_points: number
  distance_points: number
  turn_points: number
}

/** One range of the index: the partners of a category who may reach one area. */
interface Branch {
  categoryId: string
  area: number
}

export default class FindBestPartners {
  /** @returns at most `wanted` partners, best first */
  async execute(reader: Reader, search: Search): Promise<Candidate[]> {
    const branches = search.demand.categoryIds.flatMap((categoryId) =>
      areasAt(search.place).map((area) => ({ categoryId, area }))
    )
    const depth = Math.max(FIRST_LOOK, search.wanted)
    const rows = await read(reader, firstLook(search, branches, depth))
    let best = bestOf(rows.map(toCandidate), search.wanted)

    const seen = new Map<number, number>()
    for (const row of rows) seen.set(row.branch, (seen.get(row.branch) ?? 0) + 1)
    for (const [number, branch] of branches.entries()) {
      if ((seen.get(number) ?? 0) < depth) continue
      const more = await read(reader, secondLook(search, branch, best))
      best = bestOf([...best, ...more.map(toCandidate)], search.wanted)
    }
    return best
  }
}

/** The first partners of every branch, by merit. */
function firstLook(search: Search, branches: Branch[], depth: number): Sql {
  const facts = factsSql(search.demand)
  const points = pointsSql(search.demand)
  const parts = branches.map((branch, number) => {
    const range = rangeOf(search, branch)
    return {
      text: `SELECT * FROM (SELECT ${number} AS branch, ${facts.text} FROM partner_reaches
        WHERE ${range.text} ORDER BY demerit, last_lead_at, partner_id LIMIT ?)
        AS branch_${number}`,
      values: [...facts.values, ...range.values, depth],
    }
  })
  return {
    text: `SELECT branch, ${points.text} FROM (${parts.map(({ text }) => text).join(' UNION ALL ')})
      AS found`,
    values: [...points.values, ...parts.flatMap(({ values }) => values)],
  }
}

/** Everybody of one branch who beats the worst of the best so far. */
function secondLook(search: Search, branch: Branch, best: Candidate[]): Sql {
  const facts = factsSql(search.demand)
  const points = pointsSql(search.demand)
  const range = rangeOf(search, branch)
  const worst = best.at(-1)!
  const beats = beating(worst)
  return {
    text: `SELECT * FROM (
        SELECT 0 AS branch, ${points.text} FROM (
          SELECT ${facts.text} FROM partner_reaches WHERE ${range.text} AND demerit <= ?
        ) AS near
      ) AS scored WHERE ${beats.text}
      ORDER BY ${SCORE_SQL} DESC, last_lead_at, partner_id LIMIT ?`,
    values: [
      ...points.values,
      ...facts.values,
      ...range.values,
      largestDemeritThatBeats(worst.score),
      ...beats.values,
      search.wanted,
    ],
  }
}

/** The largest demerit that all points of the other parts could still make up for. */
function largestDemeritThatBeats(score: number): number {
  return MERIT_POINTS + PRICE_POINTS + DISTANCE_POINTS + TURN_POINTS - score
}

function beating({ score, lastLeadAt, partnerId }: Candidate): Sql {
  return {
    text: `(${SCORE_SQL} > ? OR (${SCORE_SQL} = ?
      AND (last_lead_at < ? OR (last_lead_at = ? AND partner_id < ?))))`,
    values: [score, score, lastLeadAt, lastLeadAt, partnerId],
  }
}

function rangeOf({ demand, except }: Search, { categoryId, area }: Branch): Sql {
  const eligible = eligibleSql(demand)
  const others = except.length ? ` AND partner_id NOT IN (${except.map(() => '?').join(', ')})` : ''
  return {
    text: `category_id = ? AND currency = ? AND area = ? AND ${eligible.text}${others}`,
    values: [categoryId, demand.currency, area, ...eligible.values, ...except],
  }
}

async function read(reader: Reader, { text, values }: Sql): Promise<CandidateRow[]> {
  const answer = await reader.rawQuery(text, values)
  return reader.dialect.name === 'mysql' ? answer[0] : answer
}

function toCandidate(row: CandidateRow): Candidate {
  const points = {
    rating: Number(row.rating_points),
    response: Number(row.response_points),
    price: Number(row.price_points),
    distance: Number(row.distance_points),
    turn: Number(row.turn_points),
  }
  const score = points.rating + points.response + points.price + points.distance + points.turn
  const { partner_id: partnerId, demerit } = row
  return { partnerId, demerit, lastLeadAt: Number(row.last_lead_at), score, points }
}

/** A partner who serves both a category and one above it is found in both. */
function bestOf(candidates: Candidate[], wanted: number): Candidate[] {
  const byPartner = new Map(candidates.map((candidate) => [candidate.partnerId, candidate]))
  return [...byPartner.values()].sort(byScore).slice(0, wanted)
}
