/*
 * The gateway's messages, each several times, in any order, to any server; and forged ones.
 */
import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { inLanes } from '../lanes.js'
import { random, type Marketplace } from '../supervisor.js'
import type { SharedClock } from '../shared_clock.js'
import type { Customer, Tally } from './customer.js'

export const HOOK_SECRET = 'faults-sandbox-secret-faults-sandbox'
const AT_ONCE = 8
const MOST_TRIES = 20_000
const TOO_OLD = 301_000

interface Hook {
  raw: string
  timestamp: number
  signature: string
}

/** Payment links that were paid at the gateway, which told nobody. @returns our payments' ids */
export async function paidInSilence(staff: Customer, payer: Customer, count: number) {
  const ids: string[] = []
  const amounts = Array.from({ length: count }, (_, n) => 1_000 + n)
  await inLanes(amounts, 4, async (amount, n) => {
    const wish = { amount: { amount, currency: 'EUR' }, description: `Link ${n}` }
    const link = await staff.post('/payments/links', wish)
    if (link.status !== 201) throw new Error(`a link was refused: ${link.status} ${link.code}`)
    const { paymentId } = link.data
    await payer.post(`/payments/sandbox/${paymentId}/confirm`, { outcome: 'drop' })
    ids.push(paymentId)
  })
  return ids
}

const sign = (raw: string, timestamp: number, secret = HOOK_SECRET) =>
  createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex')

/** The messages that the gateway should have sent. */
export async function lostHooks({ database }: Marketplace, paymentIds: string[]) {
  const wanted = new Set(paymentIds)
  const rows = await database.rows(
    `SELECT * FROM sandbox_objects WHERE kind = 'payment' AND status = 'captured'`
  )
  return rows
    .filter((object) => wanted.has(object.our_id))
    .map((object) =>
      JSON.stringify({
        id: `sev_${object.id}_${object.status}`,
        type: `payment.${object.status}`,
        occurredAt: Number(object.updated_at),
        object,
      })
    )
}

/** What somebody sends who has seen a message, but not the secret. */
export function forgeriesOf(raw: string, timestamp: number): Hook[] {
  const signature = sign(raw, timestamp)
  const old = timestamp - TOO_OLD
  return [
    { raw, timestamp, signature: sign(raw, timestamp, 'a guess') },
    { raw: raw.replace('"captured"', '"failed"'), timestamp, signature },
    { raw, timestamp: timestamp + 1, signature },
    { raw, timestamp: old, signature: sign(raw, old) },
    { raw, timestamp, signature: '' },
  ]
}

export interface Delivery {
  failedTries: number
  /** how long those that were taken had to wait for it, ms */
  times: number[]
}

/** Delivers messages in a seeded disorder, to one server after the other, each until it is taken. */
export async function deliver(
  { urls, clock, tally }: { urls: string[]; clock: SharedClock; tally: Tally },
  hooks: string[],
  onTaken = async (_count: number) => {}
): Promise<Delivery> {
  const delivery: Delivery = { failedTries: 0, times: [] }
  const disorder = hooks.map((raw) => ({ raw, at: random() })).sort((a, b) => a.at - b.at)
  await inLanes(disorder, AT_ONCE, async ({ raw }, n) => {
    for (let tries = n; ; tries++) {
      const timestamp = clock.now()
      const hook = { raw, timestamp, signature: sign(raw, timestamp) }
      const { status, took } = await sendHook(urls[tries % urls.length], hook)
      if (status >= 500) tally.errors.push(`${status} web hook`)
      if (status === 200) {
        await onTaken(delivery.times.push(took))
        return
      }
      delivery.failedTries++
      if (delivery.failedTries > MOST_TRIES) throw new Error('a web hook was never taken')
      await sleep(200)
    }
  })
  return delivery
}

/** @returns the status, 0 when the server is dead; and how long it took, ms */
export async function sendHook(url: string, { raw, timestamp, signature }: Hook) {
  const startedAt = performance.now()
  const status = await fetch(`${url}/api/v1/payments/webhooks/sandbox`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sandbox-timestamp': String(timestamp),
      'x-sandbox-signature': signature,
    },
    body: raw,
    signal: AbortSignal.timeout(15_000),
  }).then(
    (response) => response.arrayBuffer().then(() => response.status),
    () => 0
  )
  return { status, took: performance.now() - startedAt }
}
