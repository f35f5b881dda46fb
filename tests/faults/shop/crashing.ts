/*
 * A process dies at the moments between two lasting steps of a purchase, and of a refund: before and
 * after commits, before and after the call to the gateway. Whoever asks again with the same key must
 * get to the end, once.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../processes.js'
import { check, options, random } from '../supervisor.js'
import { checkOut } from './checkout.js'
import { count, customerOf, withinMinutes, type Shop } from './open_shop.js'

/** how many different moments must have been died at, how often each */
const GOAL = options.full ? { moments: 6, deaths: 50 } : { moments: 4, deaths: 1 }
/** moments beside those of the gateway that are died at so often */
const OTHERS = 5
/** every so many moments one is died at once, beginning anywhere */
const STEP = options.full ? 1 : 4
/** later ones are those of mails and other jobs */
const MOST = 24
/** how long the jobs of an answered request may take: who runs them may be starting again; ms */
const LATEST = 10_000
/** what a dead process had begun may be taken over after this time, in ms */
const LEASE = 31_000

interface Crashes {
  /** the names of the points at which a process died, by the moment that was asked for */
  at: Map<string, string[]>
  oddities: string[]
  /** how often it was done */
  done: number
}

/** Something that is done as number `n`; `begin` is called right before what is to be died in. */
type Work = (n: number, begin: () => void) => Promise<{ oddity?: string; isOver: IsOver }>
/** whether the jobs that it has caused are done */
type IsOver = () => Promise<boolean>

export async function crashing(shop: Shop) {
  const keeper = keepAlive(shop)
  const paid: string[] = []
  const buyer = customerOf(shop, shop.opening.buyers[0])
  const purchases = await dying(shop, 'createPayment', async (n, beforeOrder) => {
    const how = { beforeOrder, end: 'succeed' as const }
    const { orderId, end, oddity } = await checkOut(n, buyer, shop.opening, how)
    if (end) paid.push(orderId!)
    const isPaid = `SELECT COUNT(*) AS n FROM orders WHERE id = '${orderId}' AND paid_at > 0`
    return { oddity, isOver: async () => (await count(shop, isPaid)) === 1 }
  })
  report('a purchase is gone on from wherever it broke off', 'createPayment', purchases)

  const arePaid = async () => (await paidAmong(shop, paid)) === paid.length
  await withinMinutes(shop, arePaid)
  check('every one of them is paid', await arePaid(), `${paid.length}`)

  const admin = customerOf(shop, shop.opening.admins[0])
  const refunds = await dying(shop, 'createRefund', async (n, begin) => {
    begin()
    const path = `/orders/${paid[n % paid.length]}/refund`
    const wish = { amount: 100, reason: 'It came broken' }
    const { status, code, data } = await admin.post(path, wish, `crash-refund-${n}`)
    const isDone = `SELECT COUNT(*) AS n FROM refunds WHERE id = '${data?.id}' AND status = 'succeeded'`
    return {
      oddity: status === 201 ? undefined : `refund: ${status} ${code}`,
      isOver: async () => (await count(shop, isDone)) === 1,
    }
  })
  report('so is a refund', 'createRefund', refunds)
  const refunded = `SELECT COUNT(*) AS n FROM refunds`
  check('each of them once', (await count(shop, refunded)) === refunds.done, `${refunds.done}`)
  await keeper.stop()
}

const aroundCall = (call: string) => [`1 before ${call}`, `1 after ${call}`]

/**
 * Does a piece of work again and again, each time dying at another moment: around its call to the
 * gateway, and at the first, the second ... until it is over sooner. At full size it dies at some of
 * them many times more.
 */
async function dying(shop: Shop, call: string, work: Work): Promise<Crashes> {
  const found: Crashes = { at: new Map(), oddities: [], done: 0 }
  const dieAt = async (moment: string) => {
    const names = await oneDeath(shop, moment, found, work)
    found.at.set(moment, [...(found.at.get(moment) ?? []), ...names])
    return names.length > 0
  }
  for (const moment of aroundCall(call)) await dieAt(moment)
  const counted: string[] = []
  for (let nth = 1 + Math.floor(random() * STEP); nth <= MOST; nth += STEP) {
    if (!(await dieAt(String(nth)))) break
    counted.push(String(nth))
  }
  for (const moment of [...aroundCall(call), ...spread(counted, OTHERS)]) {
    const isWanted = () => found.at.get(moment)!.length < GOAL.deaths
    for (let more = 0; isWanted() && more < 2 * GOAL.deaths; more++) await dieAt(moment)
  }
  return found
}

/** @returns the names of the points at which a process died */
async function oneDeath(
  { market }: Shop,
  moment: string,
  found: Crashes,
  work: Work
): Promise<string[]> {
  const file = market.env.CRASH_POINTS_FILE
  const before = crashesOf(file).length
  const deaths = () => crashesOf(file).slice(before)
  const { oddity, isOver } = await work(found.done++, () => writeFileSync(file, moment))
  if (oddity) found.oddities.push(`moment ${moment}: ${oddity}`)
  const end = performance.now() + LATEST
  while (deaths().length === 0 && performance.now() < end && !(await isOver())) await sleep(50)
  writeFileSync(file, '0')
  return deaths()
}

/** So many of them, from the first to the last. */
function spread(all: string[], howMany: number): string[] {
  if (all.length <= howMany) return all
  const gap = (all.length - 1) / (howMany - 1)
  return Array.from({ length: howMany }, (_, n) => all[Math.round(n * gap)])
}

function crashesOf(file: string): string[] {
  const log = `${file}.log`
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
}

/** Starts again whatever dies; leases of the dead are over a little later. */
function keepAlive({ victims, clock, market }: Shop) {
  let isOn = true
  let restarts = 0
  const watch = async () => {
    while (isOn) {
      for (const one of new Set(victims.flat()))
        if (!one.isRunning) {
          one.start()
          restarts++
          clock.advance(LEASE)
        }
      await sleep(50)
    }
  }
  void watch()
  return {
    /** when the last one that died was started again */
    async stop() {
      const deaths = crashesOf(market.env.CRASH_POINTS_FILE).length
      await until('all who died were started again', () => restarts >= deaths)
      isOn = false
    },
  }
}

async function paidAmong(shop: Shop, ids: string[]): Promise<number> {
  const rows = await shop.market.database.rows(`SELECT id FROM orders WHERE paid_at IS NOT NULL`)
  const paid = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => paid.has(id)).length
}

/** Enough moments were died at often enough, and both sides of the call are among them. */
function report(claim: string, call: string, { at, oddities, done }: Crashes) {
  const died = [...at].filter(([, names]) => names.length >= GOAL.deaths).map(([moment]) => moment)
  const isAround = aroundCall(call).every((moment) => died.includes(moment))
  const isEnough = died.length >= GOAL.moments && isAround
  const moments = [...at]
    .filter(([, names]) => names.length > 0)
    .map(([moment, names]) => `${moment}: ${names.length} ${[...new Set(names)].join('/')}`)
  const size = `${done} times; ${died.length} moments ${GOAL.deaths} times or more`
  check(claim, oddities.length === 0 && isEnough, [size, ...moments, ...oddities].join('; '))
}
