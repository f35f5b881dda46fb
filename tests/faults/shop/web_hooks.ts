/*
 * The gateway's messages, each several times, in any order, to any server; and forged ones.
 */
import { createHmac } from 'node:crypto'
import { random, type Marketplace } from '../supervisor.js'
import type { SharedClock } from '../shared_clock.js'
import type { Customer } from './customer.js'

export const HOOK_SECRET = 'faults-sandbox-secret-faults-sandbox'
const AT_ONCE = 20
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
export async function lostHooks(
  { database }: Marketplace,
  paymentIds: string[],
  clock: SharedClock
): Promise<Hook[]> {
  const wanted = new Set(paymentIds)
  const rows = await database.rows(
    `SELECT * FROM sandbox_objects WHERE kind = 'payment' AND status = 'captured'`
  )
  return rows
    .filter((object) => wanted.has(object.our_id))
    .map((object) => {
      const raw = JSON.stringify({
        id: `sev_${object.id}_${object.status}`,
        type: `payment.${object.status}`,
        occurredAt: Number(object.updated_at),
        object,
      })
      const timestamp = clock.now()
      return { raw, timestamp, signature: sign(raw, timestamp) }
    })
}

/** What somebody sends who has seen a message, but not the secret. */
export function forgeriesOf({ raw, timestamp, signature }: Hook): Hook[] {
  const old = timestamp - TOO_OLD
  return [
    { raw, timestamp, signature: sign(raw, timestamp, 'a guess') },
    { raw: raw.replace('"captured"', '"failed"'), timestamp, signature },
    { raw, timestamp: timestamp + 1, signature },
    { raw, timestamp: old, signature: sign(raw, old) },
    { raw, timestamp, signature: '' },
  ]
}

/** Sends all of them in a seeded disorder. @returns how often each status was answered */
export async function deliver(urls: string[], hooks: Hook[]): Promise<Map<number, number>> {
  const mixed = hooks.map((hook) => ({ hook, at: random() })).sort((a, b) => a.at - b.at)
  const statuses = new Map<number, number>()
  let next = 0
  const some = async () => {
    for (let n = next++; n < mixed.length; n = next++) {
      const { raw, timestamp, signature } = mixed[n].hook
      const response = await fetch(`${urls[n % urls.length]}/api/v1/payments/webhooks/sandbox`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-sandbox-timestamp': String(timestamp),
          'x-sandbox-signature': signature,
        },
        body: raw,
      })
      await response.arrayBuffer()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  return statuses
}
