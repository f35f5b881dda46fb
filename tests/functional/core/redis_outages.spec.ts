import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import {
  environmentOf,
  freePort,
  isUp,
  Process,
  scratchFolder,
  souk,
  until,
} from '#tests/faults/processes'
import { sqliteFile } from '#tests/faults/scratch_database'

/** what Redis may cost a request while it hangs (200 ms), and room for a loaded machine, in ms */
const DELAY_BY_REDIS = 1_500
const SLOW_MACHINE = 300_000

const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

/** A server and a worker that were promised a Redis on a port where nothing listens yet. */
async function startWithoutRedis() {
  const folder = scratchFolder('processes/redis-outage')
  const port = await freePort()
  const redisPort = await freePort()
  const env = environmentOf(folder, {
    PORT: String(port),
    DB_CONNECTION: 'sqlite',
    QUEUE_DRIVER: 'bull',
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: String(redisPort),
    REDIS_PASSWORD: '',
    MAIL_DRIVER: 'file',
    WORKER_IN_SERVER: 'no',
    LOG_LEVEL: 'info',
  })
  await souk.migrate(env, folder)
  const server = souk.server('server', env, folder).start()
  const worker = souk.ace('worker', ['queue:work'], env, folder).start()
  const args = ['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder]
  const redis = new Process('redis', args, {}, folder, 'redis-server')
  const url = `http://127.0.0.1:${port}`
  await until(`${url} answers`, () => isUp(url), 120_000)
  await until(
    'the worker works',
    async () => (await readFile(join(folder, 'worker.log'), 'utf8')).includes('worker of'),
    120_000
  )
  return { url, redis, redisPort, processes: [server, worker], database: await sqliteFile(env) }
}

let people = 0

/** @returns ms until the answer */
async function signUp(url: string): Promise<number> {
  const startedAt = performance.now()
  const { status } = await fetch(`${url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'R',
      email: `redis${people++}@example.test`,
      password: 'correct horse battery',
      role: 'client',
    }),
  })
  if (status !== 202) throw new Error(`a sign-up was answered ${status}`)
  return performance.now() - startedAt
}

/** What a process loads with its first request has nothing to do with Redis. */
async function wrongLogIn(url: string) {
  const { status } = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'nobody@example.test', password: 'correct horse battery' }),
  })
  if (status !== 401) throw new Error(`a wrong log-in was answered ${status}`)
}

async function signUps(url: string, count: number): Promise<number[]> {
  const took = []
  for (let n = 0; n < count; n++) took.push(await signUp(url))
  return took.sort((a, b) => a - b)
}

/** How many jobs Redis was ever given. */
function pushedJobs(redisPort: number, queues: string[]): number {
  const counted = (queue: string) => {
    const args = ['-p', String(redisPort), 'GET', `bull:souk-${queue}:id`]
    return Number(spawnSync('redis-cli', args, { encoding: 'utf8' }).stdout)
  }
  return queues.reduce((sum, queue) => sum + counted(queue), 0)
}

async function queueState(url: string): Promise<string> {
  const report = (await (await fetch(`${url}/api/v1/health/ready`)).json()) as {
    data: { status: string; checks: { name: string; status: string }[] }
  }
  return report.data.checks.find(({ name }) => name === 'queue')!.status
}

test.group('while Redis is away', () => {
  test('processes start, requests succeed and jobs are done; when it comes it is used', async ({
    assert,
    cleanup,
  }) => {
    const { url, redis, redisPort, processes, database } = await startWithoutRedis()
    cleanup(async () => void (await Promise.all([...processes, redis].map((one) => one.stop()))))
    const allDone = () =>
      until('every job is done', async () => {
        const [{ n }] = await database.rows(
          `SELECT COUNT(*) AS n FROM outbox WHERE state <> 'done'`
        )
        return Number(n) === 0
      })

    await wrongLogIn(url)
    const away = await signUps(url, 10)
    assert.equal(await queueState(url), 'degraded')
    await allDone()
    const jobs = await database.rows('SELECT DISTINCT queue FROM outbox')
    const queues = jobs.map(({ queue }) => queue as string)

    redis.start()
    await until('Redis is used', async () => (await queueState(url)) === 'up')
    await until('a job comes by Redis', async () => {
      await signUp(url)
      return pushedJobs(redisPort, queues) > 0
    })
    const present = await signUps(url, 10)
    await allDone()

    redis.signal('SIGSTOP')
    const hanging = await signUps(url, 10)
    await allDone()
    redis.signal('SIGCONT')

    const slowest = (times: number[]) => Math.round(times[times.length - 1])
    const figures = `slowest sign-up ${slowest(present)} ms, Redis absent ${slowest(away)} ms, hanging ${slowest(hanging)} ms`
    console.log(`    ${figures}`)
    const normal = present[Math.floor(present.length / 2)]
    assert.isBelow(slowest(away), normal + DELAY_BY_REDIS, figures)
    assert.isBelow(slowest(hanging), normal + DELAY_BY_REDIS, figures)
    for (const process of processes) assert.isTrue(process.isRunning)
  })
    .timeout(SLOW_MACHINE)
    .skip(!hasRedisServer, 'needs redis-server on the PATH')
})
