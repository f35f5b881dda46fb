import { mkdir, statfs } from 'node:fs/promises'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { lifecycle } from '#core/support/lifecycle'

export type CheckStatus = 'up' | 'degraded' | 'down'

export type Check = {
  name: string
  status: CheckStatus
  /** one sentence for people; never an address or a secret */
  detail: string
}

export type HealthReport = {
  status: CheckStatus
  checks: Check[]
}

const PATIENCE = 3_000
const LEAST_DISK = 200 * 1024 * 1024

/**
 * Looks at what the server needs (database, disk) and what it can do without for a while (Redis):
 * the report is down only when something needed is.
 */
export async function checkReadiness(): Promise<HealthReport> {
  const checks = await Promise.all([stopping(), database(), queue(), disk()])
  const has = (status: CheckStatus) => checks.some((check) => check.status === status)
  return { status: has('down') ? 'down' : has('degraded') ? 'degraded' : 'up', checks }
}

async function stopping(): Promise<Check> {
  return lifecycle.isStopping
    ? { name: 'process', status: 'down', detail: 'stopping' }
    : { name: 'process', status: 'up', detail: 'running' }
}

async function database(): Promise<Check> {
  const answered = await within(PATIENCE, db.rawQuery('SELECT 1 AS one'))
  return answered
    ? { name: 'database', status: 'up', detail: env.get('DB_CONNECTION') }
    : { name: 'database', status: 'down', detail: 'does not answer' }
}

async function queue(): Promise<Check> {
  if (env.get('QUEUE_DRIVER') === 'outbox')
    return { name: 'queue', status: 'up', detail: 'outbox table' }
  const { default: redis } = await import('@adonisjs/redis/services/main')
  const answered = await within(PATIENCE, redis.connection('main').ping())
  return answered
    ? { name: 'queue', status: 'up', detail: 'bull on Redis' }
    : { name: 'queue', status: 'degraded', detail: 'Redis is away: jobs run from the table' }
}

async function disk(): Promise<Check> {
  const folder = app.makePath('tmp')
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return free >= LEAST_DISK
    ? { name: 'disk', status: 'up', detail: `${Math.floor(free / 1024 ** 2)} MiB free` }
    : { name: 'disk', status: 'down', detail: 'less than 200 MiB free' }
}

/** Whether a promise is kept in time. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, milliseconds, false)))
  const kept = promise.then(
    () => true,
    () => false
  )
  return Promise.race([kept, late]).finally(() => clearTimeout(timer))
}
