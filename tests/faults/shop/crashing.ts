/*
 * A process dies at each moment between two lasting steps of a purchase, and of a refund: before and
 * after every commit, before and after every call to the gateway. Whoever asks again with the same
 * key must get to the end, once.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { check, options, random } from '../supervisor.js'
import { checkOut } from './checkout.js'
import { count, customerOf, withinMinutes, type Shop } from './open_shop.js'

/** how often each moment is died at */
const REPEATS = options.full ? 50 : 1
/** small size dies at every third moment of a purchase, beginning anywhere; a refund has only a few */
const PURCHASE_STEP = options.full ? 1 : 3
const REFUND_STEP = 1
/** what either must die of at least, or the moments are no longer reached */
const FEWEST = options.full ? 6 : 2
/** more moments than any request has */
const MOST = 40
/** what a dead process had begun may be taken over after this time, in ms */
const LEASE = 31_000

interface Crashes {
  /** how often a process died, by the name of the moment */
  at: Map<string, number>
  oddities: string[]
}

export async function crashing(shop: Shop) {
  const keeper = keepAlive(shop)
  const paid: string[] = []
  const buyer = customerOf(shop, shop.opening.buyers[0])
  const purchases = await atEveryMoment(shop, PURCHASE_STEP, async (n, begin) => {
    const { orderId, end, oddity } = await checkOut(n, buyer, shop.opening, begin)
    if (end === 'succeed') paid.push(orderId!)
    return oddity
  })
  report('a purchase is gone on from wherever it broke off', purchases)

  const arePaid = async () => (await paidAmong(shop, paid)) === paid.length
  await withinMinutes(shop, arePaid)
  check('every one of them is paid', await arePaid(), `${paid.length}`)

  const admin = customerOf(shop, shop.opening.admins[0])
  const refunds = await atEveryMoment(shop, REFUND_STEP, async (n, begin) => {
    begin()
    const orderId = paid[n % paid.length]
    const body = { amount: 100, reason: 'It came broken' }
    const { status, code } = await admin.post(
      `/orders/${orderId}/refund`,
      body,
      `crash-refund-${n}`
    )
    return status === 201 ? undefined : `refund: ${status} ${code}`
  })
  report('so is a refund', refunds)
  const refunded = `SELECT COUNT(*) AS n FROM refunds`
  check('each of them once', (await count(shop, refunded)) === refunds.done, `${refunds.done}`)
  keeper.stop()
}

/** Does a piece of work again and again, dying one moment later each time, until it is over sooner. */
async function atEveryMoment(
  shop: Shop,
  step: number,
  work: (n: number, begin: () => void) => Promise<string | undefined>
): Promise<Crashes & { done: number }> {
  const found = { at: new Map<string, number>(), oddities: [] as string[], done: 0 }
  const file = shop.market.env.CRASH_POINTS_FILE
  for (let moment = 1 + Math.floor(random() * step); moment <= MOST; moment += step) {
    let hasDied = false
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const before = crashesOf(file).length
      const oddity = await work(found.done++, () => writeFileSync(file, String(moment)))
      writeFileSync(file, '0')
      if (oddity) found.oddities.push(`moment ${moment}: ${oddity}`)
      for (const name of crashesOf(file).slice(before)) {
        found.at.set(name, (found.at.get(name) ?? 0) + 1)
        hasDied = true
      }
    }
    if (!hasDied) break
  }
  return found
}

function crashesOf(file: string): string[] {
  const log = `${file}.log`
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
}

/** Starts again whatever dies; leases of the dead are over a little later. */
function keepAlive({ victims, clock }: Shop) {
  let isOn = true
  const watch = async () => {
    while (isOn) {
      for (const one of new Set(victims.flat()))
        if (!one.isRunning) {
          one.start()
          clock.advance(LEASE)
        }
      await sleep(50)
    }
  }
  void watch()
  return { stop: () => (isOn = false) }
}

async function paidAmong(shop: Shop, ids: string[]): Promise<number> {
  const rows = await shop.market.database.rows(`SELECT id FROM orders WHERE paid_at IS NOT NULL`)
  const paid = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => paid.has(id)).length
}

function report(claim: string, { at, oddities, done }: Crashes & { done: number }) {
  const died = [...at.values()].reduce((sum, times) => sum + times, 0)
  const moments = [...at].map(([name, times]) => `${times} ${name}`)
  const figures = [`${done} times, ${died} deaths: ${moments.join(', ')}`, ...oddities]
  check(claim, oddities.length === 0 && died >= FEWEST, figures.join('; '))
}
