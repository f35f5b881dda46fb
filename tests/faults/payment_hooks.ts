/*
 * Gateways that send every message five times, in any order, until it is taken; while the servers
 * that take them die.
 */
import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export const HOOK_SECRET = 'faults-hook-secret'
const DELIVERIES = 5
const AT_A_TIME = 8
const PASSWORD = 'souk-demo-password'

interface Hook {
  raw: string
  eventId: string
}

/** Makes so many links to pay by, as an admin of the demo. @returns the ids of their payments */
export async function makeLinks(url: string, count: number): Promise<string[]> {
  const login = await post(`${url}/api/v1/auth/login`, {
    email: 'admin@souk.test',
    password: PASSWORD,
  })
  const { accessToken } = ((await login.json()) as any).data
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const amount = { amount: 1000 + n, currency: 'EUR' }
    const body = { amount, description: `Link ${n}` }
    const made = await post(`${url}/api/v1/payments/links`, body, { authorization: accessToken })
    if (made.status !== 201) throw new Error(`a link was answered ${made.status}`)
    ids.push(((await made.json()) as any).data.paymentId)
  }
  return ids
}

/** The message that a payment was captured. */
export function hookAbout(payment: { id: string; name: string; amount: number }): Hook {
  const eventId = `sev_${payment.name}_captured`
  const object = {
    id: payment.name,
    kind: 'payment',
    parent_id: null,
    our_id: payment.id,
    amount: payment.amount,
    refunded_amount: 0,
    currency: 'EUR',
    status: 'captured',
    failure: null,
    updated_at: 1,
  }
  const event = { id: eventId, type: 'payment.captured', occurredAt: 1, object }
  return { raw: JSON.stringify(event), eventId }
}

/**
 * Delivers each message five times, shuffled, eight at a time, to one server after the other; what
 * is not taken is sent again.
 *
 * @returns how many tries failed
 */
export async function deliver(urls: string[], hooks: Hook[], random: () => number) {
  const queue = Array.from({ length: DELIVERIES }, () => hooks)
    .flat()
    .map((hook) => ({ hook, at: random() }))
    .sort((a, b) => a.at - b.at)
  let next = 0
  let failedTries = 0
  const worker = async () => {
    while (next < queue.length) {
      const { hook } = queue[next++]
      for (let attempt = next; !(await isTaken(urls[attempt % urls.length], hook)); attempt++) {
        failedTries++
        await sleep(50 + random() * 200)
      }
      await sleep(10)
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, worker))
  return failedTries
}

async function isTaken(url: string, { raw }: Hook): Promise<boolean> {
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', HOOK_SECRET).update(`${timestamp}.${raw}`).digest('hex')
  try {
    const response = await fetch(`${url}/api/v1/payments/webhooks/sandbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sandbox-timestamp': timestamp,
        'x-sandbox-signature': signature,
      },
      body: raw,
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false // the server was killed: a gateway sends it again
  }
}

function post(address: string, body: object, headers: Record<string, string> = {}) {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
