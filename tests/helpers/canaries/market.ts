/*
 * A marketplace of real processes whose every setting that is secret is a canary.
 */
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import env from '#start/env'
import { open, servers, workers, close, type Marketplace, type Server } from '#tests/faults/market'
import { freePort, Process, scratchFolder, souk, type Environment } from '#tests/faults/processes'
import { databaseSettings } from '#tests/helpers/database'
import { Canaries } from '#tests/helpers/canaries/canaries'
import { PostOffice } from '#tests/helpers/canaries/post_office'
import { PaypalStandIn } from '#tests/helpers/gateways/paypal_stand_in'
import { RazorpayStandIn } from '#tests/helpers/gateways/razorpay_stand_in'
import { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'
import { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import { unzipped } from '#tests/helpers/zips'

const NAME = `canaries-${process.env.TEST_SLOT ?? 'main'}`
const REDIS_FOLDER = `faults/${NAME}-redis`

/** A value of 40 characters that stands nowhere else. */
export const secretValue = () => randomBytes(20).toString('hex')

/**
 * Settings by which nobody but us gets in. One more secret setting: one more line here, and one in
 * start/env.ts; tests/functional/core/canaries.spec.ts compares the two.
 */
export const SECRET_SETTINGS = [
  'APP_KEY',
  'APP_PREVIOUS_KEYS',
  'JWT_SECRET',
  'DB_PASSWORD',
  'REDIS_PASSWORD',
  'OIDC_GOOGLE_CLIENT_SECRET',
  'OIDC_AZURE_CLIENT_SECRET',
  'EMAIL_PASS',
  'TWILIO_AUTH_TOKEN',
  'S3_SECRET_ACCESS_KEY',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'PAYPAL_CLIENT_SECRET',
  'RAZORPAY_KEY_SECRET',
  'RAZORPAY_WEBHOOK_SECRET',
  'SANDBOX_WEBHOOK_SECRET',
  'SHEET_LOG_SECRET',
]

export interface CanaryMarket extends Marketplace {
  canaries: Canaries
  post: PostOffice
  server: Server
  providers: ProviderStandIn[]
  stop(): Promise<void>
}

export async function openCanaryMarket(): Promise<CanaryMarket> {
  const canaries = new Canaries()
  const isOnMysql = env.get('DB_CONNECTION') === 'mysql'
  const secrets = Object.fromEntries(SECRET_SETTINGS.map((name) => [name, secretValue()]))
  // the password of a database that others use, too, stays as it is
  if (isOnMysql) secrets.DB_PASSWORD = env.get('DB_PASSWORD')
  for (const [name, value] of Object.entries(secrets))
    if (value.length === 40) canaries.plant(`setting ${name}`, value)

  const post = new PostOffice()
  const stripe = Object.assign(new StripeStandIn(), { secretKey: secrets.STRIPE_SECRET_KEY })
  const paypal = Object.assign(new PaypalStandIn(), { clientSecret: secrets.PAYPAL_CLIENT_SECRET })
  const razorpay = Object.assign(new RazorpayStandIn(), { keySecret: secrets.RAZORPAY_KEY_SECRET })
  const providers = [
    await ProviderStandIn.start('google', { clientSecret: secrets.OIDC_GOOGLE_CLIENT_SECRET }),
    await ProviderStandIn.start('azure', {
      clientSecret: secrets.OIDC_AZURE_CLIENT_SECRET,
      tenant: randomUUID(),
    }),
  ]
  const redis = env.get('QUEUE_DRIVER') === 'bull' ? await startRedis(secrets) : undefined
  const market = await open(
    NAME,
    {
      ...secrets,
      ...databaseSettings('canaries'),
      ...redis?.settings,
      ...(await post.open()),
      ...Object.assign({}, ...providers.map(({ settings }) => settings)),
      APP_URL: env.get('APP_URL'),
      CLIENT_URL: env.get('CLIENT_URL'),
      MAIL_DRIVER: 'smtp',
      EMAIL_USER: 'souk',
      SMS_DRIVER: 'twilio',
      TWILIO_ACCOUNT_SID: `AC${secretValue().slice(0, 32)}`,
      TWILIO_FROM: '+15005550006',
      PAYMENT_GATEWAYS: 'sandbox,stripe,paypal,razorpay',
      STRIPE_API_URL: await stripe.start(),
      PAYPAL_CLIENT_ID: paypal.clientId,
      PAYPAL_WEBHOOK_ID: paypal.webhookId,
      PAYPAL_API_URL: await paypal.start(),
      RAZORPAY_KEY_ID: razorpay.keyId,
      RAZORPAY_API_URL: await razorpay.start(),
      SHEET_LOG_URL: 'http://127.0.0.1:9/',
      LOG_LEVEL: 'trace',
      WORKER_IN_SERVER: 'no',
    },
    0
  )
  const [server] = await servers(market, 1)
  // the gateway that runs inside of the worker sends its web hooks there
  const SANDBOX_WEBHOOK_URL = `${server.url}/api/v1/payments/webhooks/sandbox`
  const working = workers({ ...market, env: { ...market.env, SANDBOX_WEBHOOK_URL } }, 1)
  return {
    ...market,
    canaries,
    post,
    server,
    providers,
    async stop() {
      await close(market, [server.process, ...working])
      await redis?.process.stop()
      await Promise.all([stripe, paypal, razorpay, ...providers].map((vendor) => vendor.stop()))
      post.close()
    },
  }
}

async function startRedis({ REDIS_PASSWORD }: Environment) {
  const port = String(await freePort())
  const folder = scratchFolder(REDIS_FOLDER)
  const args = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--rdbcompression',
    'no',
    '--save',
    '',
  ]
  const more = ['--requirepass', REDIS_PASSWORD]
  const redis = new Process('redis', [...args, ...more], {}, folder, 'redis-server').start()
  const settings = { QUEUE_DRIVER: 'bull', REDIS_HOST: '127.0.0.1', REDIS_PORT: port }
  return { process: redis, settings }
}

/** Every row of every table, by table. */
export async function dumpOf({ database, env: settings }: CanaryMarket) {
  const isOnMysql = settings.DB_CONNECTION === 'mysql'
  const names = isOnMysql
    ? await database.rows(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
      )
    : await database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
  const tables = new Map<string, string>()
  for (const { name } of names)
    tables.set(name, JSON.stringify(await database.rows(`SELECT * FROM ${name}`)))
  return tables
}

/** The texts of the files in a folder and below it. */
export async function textsBelow(folder: string, isWanted: (name: string) => boolean) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile() && isWanted(one.name))
  const read = files.map((one) => textOf(join(one.parentPath, one.name)))
  return (await Promise.all(read)).join('\n')
}

/** What is in a zip is read, too. */
async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  const inside = path.endsWith('.zip') ? [...(await unzipped(bytes)).values()] : []
  return [bytes, ...inside].map((one) => one.toString('latin1')).join('\n')
}

/** Takes tables away while something is tried. */
export async function withoutTables(
  market: CanaryMarket,
  tables: string[],
  work: () => Promise<void>
) {
  const rename = (suffix: [from: string, to: string]) =>
    execute(
      market,
      tables.map((table) => `ALTER TABLE ${table}${suffix[0]} RENAME TO ${table}${suffix[1]}`)
    )
  await rename(['', '_away'])
  try {
    await work()
  } finally {
    await rename(['_away', ''])
  }
}

/** Changes the database behind the processes' backs. */
export async function execute({ database, env: settings }: CanaryMarket, statements: string[]) {
  if (settings.DB_CONNECTION === 'mysql') {
    for (const statement of statements) await database.rows(statement)
    return
  }
  const { default: Database } = await import('better-sqlite3')
  const file = new Database(settings.DB_FILE, { timeout: 10_000 })
  for (const statement of statements) file.exec(statement)
  file.close()
}

/** What SQLite has written lately is in its file alone, as it is after some more writing. */
export async function emptyLog(market: CanaryMarket) {
  if (market.env.DB_CONNECTION === 'sqlite')
    await execute(market, ['PRAGMA wal_checkpoint(TRUNCATE)'])
}

/** Everything that is in Redis; nothing when the jobs do not go through it. */
export async function redisTexts({ env: settings }: CanaryMarket): Promise<string> {
  if (settings.QUEUE_DRIVER !== 'bull') return ''
  const { REDIS_PORT, REDIS_PASSWORD } = settings
  // the password of an argument would stand in the list of processes
  const options = { env: { ...process.env, REDISCLI_AUTH: REDIS_PASSWORD } }
  await promisify(execFile)('redis-cli', ['-p', REDIS_PORT, 'save'], options)
  return readFile(join('tmp', REDIS_FOLDER, 'dump.rdb'), 'latin1')
}

/** All that a backup which is made now holds: the dump, the files, and what describes them. */
export async function backupTexts({ env: settings, folder }: CanaryMarket): Promise<string> {
  const target = join(folder, 'backups')
  const args = ['backup:create', `--to=${target}`]
  const code = await souk.ace('backup', args, settings, folder).start().ended()
  if (code !== 0) throw new Error(`no backup, see ${folder}/backup.log`)
  const text = await textsBelow(target, () => true)
  await rm(target, { recursive: true })
  return text
}
