/*
 * Sign-ups and inquiries: every answered request has its row, every row has the mail it owes.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { until, type Environment } from '../processes.js'
import { SharedClock } from '../shared_clock.js'
import {
  check,
  close,
  killAndRestart,
  open,
  options,
  random,
  servers,
  workers,
  type Marketplace,
} from '../supervisor.js'
import { askers, drive, type Asking, type Outcome } from '../workload.js'

export const SIGN_UPS = options.full ? { requests: 500, kills: 20 } : { requests: 60, kills: 4 }

/** what a dead worker had begun may be taken over after this time, in ms */
const LEASE = 61_000

/** kill -9 at random moments while clients work */
export async function signUps(
  name: string,
  more: Environment,
  serverCount: number,
  workerCount: number
) {
  console.log(`${name}: kill -9 during ${SIGN_UPS.requests} sign-ups and inquiries`)
  const clock = new SharedClock(name)
  const market = await open(name, { ...more, ...clock.env })
  const serving = await servers(market, serverCount)
  const victims = [...serving.map(({ process: server }) => server), ...workers(market, workerCount)]
  const asking = await whoAsks(market, serving[0].url)
  let isOver = false
  let kills = 0
  const killer = async () => {
    while (!isOver && kills < SIGN_UPS.kills) {
      await sleep(500 + random() * 1500)
      kills++
      await killAndRestart(victims[Math.floor(random() * victims.length)])
    }
  }
  const urls = serving.map(({ url }) => url)
  const pause = options.full ? 100 : 150
  const work = drive(urls, { count: SIGN_UPS.requests, run: name, asking, pause })
  const [outcome] = await Promise.all([work.finally(() => (isOver = true)), killer()])
  check(
    'every request was answered in the end',
    outcome.promised.length === SIGN_UPS.requests,
    `${kills} kills, ${outcome.failedTries} tries failed`
  )
  clock.advance(LEASE)
  await checkMails(market, outcome, kills)
  await close(market, victims)
}

/** Clients who may ask, and the corner of the marketplace with most partners. */
export async function whoAsks(
  market: Marketplace,
  url: string,
  requests = SIGN_UPS.requests
): Promise<Asking> {
  const [corner] = await market.database.rows(
    `SELECT category_id, location_id FROM partners
     JOIN partner_categories ON partner_id = partners.id
     WHERE status = 'approved' AND availability = 'available' AND rate_currency = 'EUR'
     GROUP BY category_id, location_id ORDER BY COUNT(*) DESC LIMIT 1`
  )
  return {
    clients: await askers(url, requests, market.mailbox.codes),
    categoryId: corner.category_id,
    locationId: corner.location_id,
  }
}

/** Every mail that a committed row owes has left, and all its copies are one message. */
export async function checkMails(
  { mailbox, database }: Marketplace,
  outcome: Outcome,
  kills: number
) {
  const count = async (sql: string) => Number((await database.rows(sql))[0].n)
  const unfinished = () => count(`SELECT COUNT(*) AS n FROM outbox WHERE state = 'pending'`)
  const startedAt = performance.now()
  await until('every job is done', async () => (await unfinished()) === 0, 120_000)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const rows = await database.rows('SELECT message_id, to_address, template FROM email_logs')
  const lost = rows.filter((row) => !mailbox.copies.has(row.message_id))
  const owners = new Map(rows.map((row) => [row.message_id, row.to_address]))
  const strays = [...mailbox.copies].filter(([id, to]) => to.some((one) => owners.get(id) !== one))
  const written = new Set(rows.map((row) => row.to_address))
  const unkept = outcome.promised.filter((address) => !written.has(address))
  const copies = [...mailbox.copies.values()].reduce((sum, to) => sum + to.length, 0)

  check('every answered request has its row', unkept.length === 0, `${rows.length} rows`)
  check('every mail that a row owes has left', lost.length === 0, `done after ${seconds} s`)
  check('every copy carries its row’s Message-ID', strays.length === 0)
  const asked = await count(
    `SELECT COUNT(*) AS n FROM inquiries WHERE title LIKE 'Inquiry % of %' AND status <> 'submitted'`
  )
  const confirmed = rows.filter((row) => row.template === 'inquiry_received').length
  check('every matched inquiry is confirmed once', asked === confirmed && asked > 0, `${asked}`)
  const extra = copies - rows.length
  check('no more extra copies than kills', extra <= kills * 5, `${extra} of ${copies} copies`)
}
