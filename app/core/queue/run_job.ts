import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import app from '@adonisjs/core/services/app'
import { allOnDisk } from '#core/database/sqlite_commits'
import { changesOf, rowOf, type Client } from '#core/database/statements'
import { writeOne, type Transaction } from '#core/database/write'
import { maskSecrets } from '#core/logging/redaction'
import { TransactionalJob, type Delivery } from '#core/outbox/job'
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
  const claimOnce = async (client: Client) => {
    const now = clock.now()
    // queued_at: should this worker die, the relay pushes the job again when the lease ends
    const claimed = await changesOf(
      client,
      `UPDATE outbox SET lease_token = ?, lease_until = ?, attempts = attempts + 1, queued_at = NULL
         WHERE id = ? AND state = 'pending' AND available_at <= ? AND lease_until <= ?`,
      lease,
      now + LEASE,
      id,
      now,
      now
    )
    const sql = 'SELECT id, name, payload, attempts, request_id FROM outbox WHERE id = ?'
    return claimed === 1 ? rowOf<Claimed>(client, sql, id) : undefined
  }
  // the lease is ours from the first statement on: nobody else changes what the second one reads
  return writeOne(claimOnce, { mayBeLost: true })
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
      if (!(await markDone(trx, job.id, lease))) throw new LeaseLost()
      finished = true
    },
  }
  if (!(handler instanceof TransactionalJob)) await allOnDisk()
  await handler.handle(JSON.parse(job.payload), delivery)
  if (!finished) await writeOne((client) => markDone(client, job.id, lease), { mayBeLost: true })
}

function leased(id: string, lease: string) {
  return db.from('outbox').where({ id, lease_token: lease, state: 'pending' })
}

async function markDone(client: Client, id: string, lease: string): Promise<boolean> {
  const done = await changesOf(
    client,
    `UPDATE outbox SET state = 'done', done_at = ?, lease_token = NULL, last_error = NULL
       WHERE id = ? AND lease_token = ? AND state = 'pending'`,
    clock.now(),
    id,
    lease
  )
  return done === 1
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
