/*
 * A marketplace with people, goods and running processes, and what all parts of the shop need.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { souk, until, type Environment, type Process } from '../processes.js'
import { SharedClock } from '../shared_clock.js'
import { open, options, servers, workers, type Marketplace, type Server } from '../supervisor.js'
import { Customer, type Tally } from './customer.js'
import type { Opening, Person, Plan } from './opening.js'
import { HOOK_SECRET } from './web_hooks.js'

export const SIZE = options.full
  ? {
      ...{ checkouts: 2_000, kills: 50, lanes: 16, hooks: 1_000, forged: 100 },
      ...{ rushes: 20, rushers: 500, rushStock: 100 },
      hot: { rounds: 2, carts: 400, manual: 100, edits: 50 },
      ...{ payees: 94, clicks: 20 },
    }
  : {
      ...{ checkouts: 60, kills: 4, lanes: 8, hooks: 60, forged: 20 },
      ...{ rushes: 2, rushers: 100, rushStock: 20 },
      hot: { rounds: 1, carts: 48, manual: 12, edits: 20 },
      ...{ payees: 2, clicks: 3 },
    }

const PLAN: Plan = {
  buyers: SIZE.lanes,
  rushers: SIZE.rushers,
  rushStock: SIZE.rushStock,
  rushes: SIZE.rushes,
  payees: SIZE.payees,
  hotStock: Math.ceil(SIZE.checkouts / 5),
  couponUses: Math.ceil(SIZE.checkouts / 8),
}
export const MINUTE = 60_000
export const ORDER_EXPIRES_HOURS = 12
/** of the shared clock, minutes: polls come 3, 9, 21 ... minutes after what they ask about */
const LEAP = 10
const LONGEST_WAIT = 80
/** how long what comes by itself is waited for, what a leap has made due, and jobs in a queue; ms */
const WITHOUT_TIME = 4_000
const AFTER_LEAP = 12_000
const BACKLOG = 120_000

export interface Shop {
  market: Marketplace
  clock: SharedClock
  opening: Opening
  urls: string[]
  /** servers, and what runs jobs beside them */
  victims: Process[][]
  /** from here on */
  tally: Tally
}

export async function openShop(
  name: string,
  more: Environment,
  serverCount: number,
  workerCount: number
): Promise<Shop> {
  const clock = new SharedClock(name)
  const env = {
    ...more,
    ...clock.env,
    CRASH_POINTS_FILE: join(process.cwd(), 'tmp', 'faults', name, 'crash'),
    SANDBOX_WEBHOOK_SECRET: HOOK_SECRET,
    HOLD_DAYS: '0',
    ORDER_EXPIRES: `${ORDER_EXPIRES_HOURS}h`,
    MAX_UNPAID_ORDERS: '1000',
    JWT_EXPIRE: '12h', // hundreds who log in again at once are another story
    WITHDRAWAL_TWO_APPROVALS_OVER: '1',
    RATE_LIMIT_STAFF_MAX: '1000000',
  }
  const market = await open(name, env, 0)
  const file = join(market.folder, 'opening.json')
  await souk.script('shop/stock', [JSON.stringify(PLAN), file], market.env, market.folder)
  const serving = await servers(market, serverCount)
  const processes = serving.map(({ process: server }) => server)
  // the embedded form is both in one process, which dies for both
  const jobs = workerCount > 0 ? startWorkers(market, serving, workerCount) : processes
  return {
    market,
    clock,
    opening: JSON.parse(readFileSync(file, 'utf8')),
    urls: serving.map(({ url }) => url),
    victims: [processes, jobs],
    tally: { unanswered: 0, errors: [] },
  }
}

/** The gateway that runs inside of them sends its web hooks to the first server. */
function startWorkers(market: Marketplace, [{ url }]: Server[], workerCount: number): Process[] {
  const SANDBOX_WEBHOOK_URL = `${url}/api/v1/payments/webhooks/sandbox`
  const env = { ...market.env, SANDBOX_WEBHOOK_URL }
  const scheduler = souk.ace('scheduler', ['scheduler:run'], env, market.folder).start()
  return [...workers({ ...market, env }, workerCount), scheduler]
}

/** @param first the server that is asked first; the key of a request chooses from there on */
export const customerOf = ({ urls, tally }: Shop, person: Person, first = 0) =>
  new Customer(person, [...urls.slice(first), ...urls.slice(0, first)], tally)

export async function count({ market }: Shop, sql: string): Promise<number> {
  const [{ n }] = await market.database.rows(sql)
  return Number(n)
}

/**
 * Lets the shared clock go on in leaps until it is so; not while jobs wait for their turn, for those
 * need no time to pass, but workers.
 *
 * @returns minutes of that clock
 */
export async function withinMinutes(shop: Shop, isSo: () => Promise<boolean>): Promise<number> {
  let minutes = 0
  let patience = WITHOUT_TIME
  const isStuck = async () => (await isSo()) || (await waitingJobs(shop)) === 0
  while (!(await comesTrue(isSo, patience)) && minutes < LONGEST_WAIT) {
    await comesTrue(isStuck, BACKLOG)
    if (await isSo()) break
    shop.clock.advance(LEAP * MINUTE)
    minutes += LEAP
    patience = AFTER_LEAP
  }
  return minutes
}

/** How many jobs could run now, if somebody took them. */
export function waitingJobs(shop: Shop): Promise<number> {
  const now = shop.clock.now()
  return count(
    shop,
    `SELECT COUNT(*) AS n FROM outbox
     WHERE state = 'pending' AND available_at <= ${now} AND lease_until <= ${now}`
  )
}

function comesTrue(isSo: () => Promise<boolean>, deadline: number): Promise<boolean> {
  return until('', isSo, deadline).then(
    () => true,
    () => false
  )
}
