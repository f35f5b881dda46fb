import db from '@adonisjs/lucid/services/db'
import { clock, DAY } from '#core/support/clock'
import { money, type Money } from '#core/support/money'

type Counts = Record<string, number>

export interface Stats {
  users: Counts
  partners: Counts
  verifications: { waiting: number; oldestWaitingSince: number | null }
  inquiries: { byStatus: Counts; last7Days: number; last30Days: number }
  leads: {
    byStatus: Counts
    /** answered of those offered in the last 30 days, 0 to 1; null when none was offered */
    responseRate: number | null
    /** of the newest thousand answers to leads of the last 30 days, in seconds */
    medianAnswerSeconds: number | null
    /** quotes that clients accepted, of leads of the last 30 days; never added up across currencies */
    won: Money[]
  }
  jobs: { waiting: number; dead: number }
}

const NEWEST_ANSWERS = 1_000

/**
 * The figures of the staff's front page. Ten queries, whatever the size: totals are counted in an
 * index, the rest looks at 30 days only. One after another, because SQLite has one connection.
 */
export default class GetStats {
  async execute(): Promise<Stats> {
    const now = clock.now()
    const since = now - 30 * DAY
    return {
      users: await countBy('users', 'role'),
      partners: await countBy('partners', 'status'),
      verifications: await waitingVerifications(),
      inquiries: {
        byStatus: await countBy('inquiries', 'status'),
        ...(await newInquiries(now)),
      },
      leads: {
        byStatus: await countBy('leads', 'status'),
        responseRate: await responseRate(since),
        medianAnswerSeconds: await medianAnswerSeconds(since),
        won: await wonQuotes(since),
      },
      jobs: await unfinishedJobs(),
    }
  }
}

async function countBy(table: string, column: string): Promise<Counts> {
  const rows = await db.from(table).groupBy(column).select(column).count('* as rows_counted')
  return Object.fromEntries(rows.map((row) => [row[column], Number(row.rows_counted)]))
}

async function waitingVerifications(): Promise<Stats['verifications']> {
  const row = await db
    .from('partners')
    .where('status', 'submitted')
    .count('* as waiting')
    .min('submitted_at as oldest')
    .first()
  const oldest = row.oldest === null ? null : Number(row.oldest)
  return { waiting: Number(row.waiting), oldestWaitingSince: oldest }
}

async function newInquiries(now: number) {
  const row = await db
    .from('inquiries')
    .where('created_at', '>=', now - 30 * DAY)
    .count('* as month')
    .select(
      db.raw('coalesce(sum(case when created_at >= ? then 1 else 0 end), 0) as week', [
        now - 7 * DAY,
      ])
    )
    .first()
  return { last7Days: Number(row.week), last30Days: Number(row.month) }
}

async function responseRate(since: number): Promise<number | null> {
  const row = await db
    .from('leads')
    .where('created_at', '>=', since)
    .count('* as offered')
    .count('answered_at as answered')
    .first()
  if (Number(row.offered) === 0) return null
  return Math.round((Number(row.answered) / Number(row.offered)) * 1000) / 1000
}

async function medianAnswerSeconds(since: number): Promise<number | null> {
  const rows = await db
    .from('leads')
    .where('created_at', '>=', since)
    .whereNotNull('answered_at')
    .orderBy('created_at', 'desc')
    .limit(NEWEST_ANSWERS)
    .select('created_at', 'answered_at')
  if (rows.length === 0) return null
  const waits = rows
    .map((row) => Number(row.answered_at) - Number(row.created_at))
    .sort((a, b) => a - b)
  return Math.round(waits[Math.floor((waits.length - 1) / 2)] / 1000)
}

async function wonQuotes(since: number): Promise<Money[]> {
  const rows = await db
    .from('leads')
    .where('created_at', '>=', since)
    .where('status', 'won')
    .whereNotNull('quote_amount')
    .groupBy('quote_currency')
    .orderBy('quote_currency')
    .select('quote_currency')
    .sum('quote_amount as total')
  return rows.map((row) => money(row.total, row.quote_currency))
}

async function unfinishedJobs(): Promise<Stats['jobs']> {
  const rows = await db
    .from('outbox')
    .whereIn('state', ['pending', 'dead'])
    .groupBy('state')
    .select('state')
    .count('* as jobs')
  const countOf = (state: string) => Number(rows.find((row) => row.state === state)?.jobs ?? 0)
  return { waiting: countOf('pending'), dead: countOf('dead') }
}
