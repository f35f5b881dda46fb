/*
 * Web hooks, each five times and in any order: first once each while processes die, for what was
 * acknowledged must be stored; then the other four times. Each has one effect, forged ones have none.
 */
import { Kills } from '../kills.js'
import { isUp, until } from '../processes.js'
import { check, options } from '../supervisor.js'
import { count, customerOf, SIZE, withinMinutes, type Shop } from './open_shop.js'
import {
  deliver,
  forgeriesOf,
  lostHooks,
  paidInSilence,
  sendHook,
  type Delivery,
} from './web_hooks.js'

const KILLS = Math.ceil(SIZE.kills / 4)
const AGAIN = 4
/**
 * how long 99 of 100 may wait to be acknowledged by servers that live, ms; the small size runs on busy
 * machines, too, and looks for those that wait for a lock or a lease
 */
const GOAL = options.full ? 1_000 : 2_000
/** whatever a web hook may change, but for jobs, which go on by themselves */
const TABLES = [
  ...['webhook_events', 'payments', 'payment_links', 'refunds', 'orders'],
  ...['ledger_transactions', 'ledger_entries', 'ledger_accounts'],
]

export async function hooking(shop: Shop) {
  const { market, opening, victims, clock } = shop
  const staff = customerOf(shop, opening.admins[0])
  const payer = customerOf(shop, opening.buyers[0])
  const paymentIds = await paidInSilence(staff, payer, SIZE.hooks)
  const captured = `SELECT COUNT(*) AS n FROM sandbox_objects WHERE status = 'captured'`
  const hasMoney = async () => (await count(shop, captured)) === SIZE.hooks
  await until('the gateway has the money', hasMoney, 120_000)
  const hooks = await lostHooks(market, paymentIds)
  await forging(shop, hooks.slice(0, SIZE.forged))

  const stored = () => count(shop, 'SELECT COUNT(*) AS n FROM webhook_events')
  const kills = new Kills(victims, KILLS, hooks.length, clock)
  const once = await deliver(shop, hooks, async (taken) => {
    kills.reached(taken)
    // a message takes less time than a kill: without a rest most kills would come too late
    await until('the kills keep up', () => kills.due <= 1)
  })
  const isStored = (await stored()) === SIZE.hooks
  const killed = await kills.ended()
  const tries = `${killed} kills, ${once.failedTries} tries failed`
  check('every web hook that was acknowledged once is stored', isStored, tries)

  for (const url of shop.urls) await until(`${url} answers`, () => isUp(url))
  const again = await deliver(shop, Array.from({ length: AGAIN }, () => hooks).flat())
  check('none is stored twice', (await stored()) === SIZE.hooks, `${again.failedTries} failed`)
  const figures = `${p99Of(again)} ms, among kills ${p99Of(once)} ms`
  check(`99 of 100 are acknowledged in ${GOAL / 1000} s`, p99Of(again) <= GOAL, figures)
  await checkEffects(shop, once.times.length + again.times.length)
}

function p99Of({ times }: Delivery): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1])
}

/** Waits until nothing else is going on, so that nothing but the forgeries could change a row. */
async function forging(shop: Shop, hooks: string[]) {
  const { clock, urls } = shop
  const due = () => `SELECT COUNT(*) AS n FROM outbox
    WHERE state = 'pending' AND available_at <= ${clock.now()}`
  await until('all jobs are done', async () => (await count(shop, due())) === 0, 600_000)
  const before = await rowsOf(shop)
  const forged = hooks.flatMap((raw) => forgeriesOf(raw, clock.now()))
  const answers = await Promise.all(forged.map((hook, n) => sendHook(urls[n % urls.length], hook)))
  const isRefused = answers.every(({ status }) => status === 400)
  check('no forged web hook is taken', isRefused, `${forged.length} sent`)
  const after = await rowsOf(shop)
  const changed = before.flatMap(({ table, rows }, n) => (rows === after[n].rows ? [] : table))
  check('they change no row', changed.length === 0, changed.join(', '))
}

/** All rows as text; of jobs only which there are. */
async function rowsOf({ market: { database } }: Shop) {
  const found = []
  for (const table of TABLES) {
    const rows = JSON.stringify(await database.rows(`SELECT * FROM ${table} ORDER BY id`))
    found.push({ table, rows })
  }
  const jobs = await database.rows('SELECT id FROM outbox ORDER BY id')
  return [...found, { table: 'outbox', rows: JSON.stringify(jobs) }]
}

async function checkEffects(shop: Shop, sent: number) {
  const booked = () =>
    count(shop, `SELECT COUNT(*) AS n FROM ledger_transactions WHERE kind = 'link_captured'`)
  const waiting = `SELECT COUNT(*) AS n FROM webhook_events WHERE state <> 'done'`
  await withinMinutes(shop, async () => (await count(shop, waiting)) === 0)
  const paid = await count(shop, `SELECT COUNT(*) AS n FROM payment_links WHERE status = 'paid'`)
  const effects = await booked()
  const isOnce = effects === SIZE.hooks && paid === SIZE.hooks
  check('every web hook has one effect', isOnce, `${effects} of ${sent} sent`)
}
