import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import app from '@adonisjs/core/services/app'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { maskSecrets } from '#core/logging/redaction'
import type { Delivery } from '#core/outbox/job'
import { jobClass } from '#core/outbox/registry'
import { clock, HOUR, SECOND } from '#core/support/clock'

const LEASE = 60 * SECOND
const HEARTBEAT = 20 * SECOND
const FIRST_RETRY = 5 * SECOND

interface Claimed {
  id: string
  name: string
  payload: string
  attempts: number
  request_id: string | null
}

/** Another worker took the job over, because this one's lease ran out. */
class LeaseLost extends Error {}

/**
 * Claims one job and runs it to its end. Any number of workers, in either driver, may be told of
 * the same job: the conditional update of the lease lets one of them have it.
 *
 * @returns whether this worker got the job
 */
export async function claimAndRun(jobId: string): Promise<boolean> {
  const lease = randomUUID()
  const job = await claim(jobId, lease)
  if (!job) return false

  const heartbeat = setInterval(() => void renew(job.id, lease), HEARTBEAT)
  try {
    await run(job, lease)
  } catch (error) {
    await noteFailure(job, lease, error)
  } finally {
    clearInterval(heartbeat)
  }
  return true
}

/** A claim that a power cut takes back leaves the job to whoever starts next. */
function claim(id: string, lease: string): Promise<Claimed | undefined> {
  const claimOnce = async (trx: Transaction) => {
    const now = clock.now()
    const free = trx
      .from('outbox')
      .where({ id, state: 'pending' })
      .where('available_at', '<=', now)
      .where('lease_until', '<=', now)
    const values = {
      lease_token: lease,
      lease_until: now + LEASE,
      attempts: trx.raw('attempts + 1'),
      queued_at: null, // should this worker die, the relay pushes the job again when the lease ends
    }
    return (await changedOne(free, values)) ? trx.from('outbox').where({ id }).first() : undefined
  }
  return write(claimOnce, { mayBeLost: true })
}

async function renew(id: string, lease: string) {
  await leased(id, lease)
    .update({ lease_until: clock.now() + LEASE })
    .catch((error) => logger.warn({ job: id, err: error.message }, 'job heartbeat failed'))
}

async function run(job: Claimed, lease: string) {
  const Handler = await jobClass(job.name)
  if (job.attempts > Handler.maxAttempts)
    throw new Error('Ran out of attempts while it was running')
  const handler = await app.container.make(Handler)
  let finished = false
  const delivery: Delivery = {
    id: job.id,
    attempt: job.attempts,
    requestId: job.request_id,
    async finish(trx: Transaction) {
      if (!(await changedOne(leased(job.id, lease, trx), doneValues()))) throw new LeaseLost()
      finished = true
    },
  }
  await handler.handle(JSON.parse(job.payload), delivery)
  if (!finished) await leased(job.id, lease).update(doneValues())
}

function leased(id: string, lease: string, client: Pick<typeof db, 'from'> = db) {
  return client.from('outbox').where({ id, lease_token: lease, state: 'pending' })
}

function doneValues() {
  return { state: 'done', done_at: clock.now(), lease_token: null, last_error: null }
}

/** Back-off 5 s * 2^n with jitter, at most an hour; after the last attempt the job is dead. */
async function noteFailure(job: Claimed, lease: string, error: unknown) {
  if (error instanceof LeaseLost) return
  const { maxAttempts } = await jobClass(job.name).catch(() => ({ maxAttempts: 1 }))
  const isDead = job.attempts >= maxAttempts
  const reason = maskSecrets(error instanceof Error ? error.message : String(error)).slice(0, 500)
  const delay = Math.min(HOUR, FIRST_RETRY * 2 ** (job.attempts - 1)) * (0.75 + Math.random() / 2)
  const now = clock.now()

  await leased(job.id, lease).update({
    state: isDead ? 'dead' : 'pending',
    dead_at: isDead ? now : null,
    available_at: isDead ? now : Math.round(now + delay),
    lease_token: null,
    lease_until: 0,
    queued_at: null,
    last_error: reason,
  })
  const note = {
    job: job.id,
    name: job.name,
    attempt: job.attempts,
    requestId: job.request_id,
    reason,
  }
  if (isDead) logger.error(note, 'job is dead: retry it with `souk job retry`')
  else logger.warn(note, 'job failed, it will be tried again')
}
