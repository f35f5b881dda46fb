/*
 * The environment of the test suites: fixed secrets, folders and a database of their own, so that a
 * test never touches what a developer's .env points at. DB_CONNECTION=mysql (with DB_*) and
 * QUEUE_DRIVER=bull (with REDIS_*) from outside run the same suites on those.
 */
import { createServer, type AddressInfo } from 'node:net'

/** A port that nobody uses right now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Two runs at once (TEST_SLOT=a, TEST_SLOT=b) do not meet. */
const slot = process.env.TEST_SLOT ?? 'main'
const folder = `tmp/test/${slot}`

const defaults = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PORT: String(await freePort()),
  APP_KEY: 'test-app-key-test-app-key-test-app-key',
  JWT_SECRET: 'test-jwt-secret-test-jwt-secret-test',
  APP_URL: 'http://127.0.0.1:3333',
  CLIENT_URL: 'http://127.0.0.1:3000',
  ALLOWED_ORIGINS: 'http://127.0.0.1:3000',
  TRUSTED_PROXIES: '',
  TZ: 'UTC',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
  DB_FILE: `${folder}/souk.sqlite3`,
  DB_DATABASE: process.env.DB_DATABASE ?? (slot === 'main' ? 'souk_test' : `souk_test_${slot}`),
  MAIL_DRIVER: 'file',
  SMS_DRIVER: 'file',
  SMS_DAILY_MAX: '1000000',
  OUTBOX_DIR: `${folder}/outbox`,
  DRIVE_DISK: 'fs',
  DRIVE_ROOT: `${folder}/storage`,
  RATE_LIMIT_MAX_REQUESTS: '1000000',
  RATE_LIMIT_AUTH_MAX: '1000000',
  RATE_LIMIT_STAFF_MAX: '1000000',
  LEADS_PER_INQUIRY: '5',
  MAX_UNPAID_ORDERS: '20',
  LISTING_MODERATION: 'manual',
  WORKER_IN_SERVER: 'no',
}

Object.assign(process.env, defaults)
process.env.DB_CONNECTION ??= 'sqlite'
process.env.QUEUE_DRIVER ??= 'outbox'
