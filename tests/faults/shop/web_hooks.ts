/*
 * The gateway's messages, each several times, in any order, to any server; and forged ones.
 */
import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { random, type Marketplace } from '../supervisor.js'
import type { SharedClock } from '../shared_clock.js'
import type { Customer } from './customer.js'

export const HOOK_SECRET = 'faults-sandbox-secret-faults-sandbox'
export const DELIVERIES = 5
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
  let next = 0
  const some = async () => {
    for (let n = next++; n < count; n = next++) {
      const amount = { amount: 1_000 + n, currency: 'EUR' }
      const link = await staff.post('/payments/links', { amount, description: `Link ${n}` })
      if (link.status !== 201) throw new Error(`a link was refused: ${link.status} ${link.code}`)
      const { paymentId } = link.data
      await payer.post(`/payments/sandbox/${paymentId}/confirm`, { outcome: 'drop' })
      ids.push(paymentId)
    }
  }
  await Promise.all(Array.from({ length: 4 }, some))
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

/**
 * Delivers each message five times in a seeded disorder, to one server after the other, until it is
 * taken.
 *
 * @returns how many tries failed
 */
export async function deliver(
  { urls, clock }: { urls: string[]; clock: SharedClock },
  hooks: string[],
  onTaken: (count: number) => void
): Promise<number> {
  const queue = Array.from({ length: DELIVERIES }, () => hooks)
    .flat()
    .map((raw) => ({ raw, at: random() }))
    .sort((a, b) => a.at - b.at)
  let next = 0
  let taken = 0
  let failedTries = 0
  const some = async () => {
    for (let n = next++; n < queue.length; n = next++) {
      const { raw } = queue[n]
      for (let tries = n; ; tries++) {
        const timestamp = clock.now()
        const hook = { raw, timestamp, signature: sign(raw, timestamp) }
        if ((await sendHook(urls[tries % urls.length], hook)) === 200) break
        failedTries++
        if (failedTries > MOST_TRIES) throw new Error('a web hook was never taken')
        await sleep(200)
      }
      onTaken(++taken)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  return failedTries
}

/** @returns the status; 0 when the server is dead */
export async function sendHook(url: string, { raw, timestamp, signature }: Hook): Promise<number> {
  try {
    const response = await fetch(`${url}/api/v1/payments/webhooks/sandbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sandbox-timestamp': String(timestamp),
        'x-sandbox-signature': signature,
      },
      body: raw,
      signal: AbortSignal.timeout(15_000),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}
