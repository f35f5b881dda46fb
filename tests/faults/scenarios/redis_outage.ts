/*
 * Redis hangs, then is killed, and comes back: nobody notices.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment, Process } from '../processes.js'
import { check, close, open, options, servers, workers } from '../supervisor.js'
import { drive, type Outcome } from '../workload.js'
import { checkMails, SIGN_UPS, whoAsks } from './sign_ups.js'

const OUTAGE = options.full ? 60_000 : 5_000

export async function redisOutage(name: string, more: Environment, redis: Process) {
  console.log(`${name}: Redis hangs and dies for ${OUTAGE / 1000} s each`)
  const market = await open(name, more)
  const serving = await servers(market, 1)
  const working = workers(market, 2)
  const asking = await whoAsks(market, serving[0].url, 4 * SIGN_UPS.requests)
  let isOver = false
  const outage = async () => {
    await sleep(1_000)
    redis.signal('SIGSTOP')
    await sleep(OUTAGE)
    redis.signal('SIGCONT')
    await sleep(1_000)
    await redis.stop('SIGKILL')
    await sleep(OUTAGE)
    redis.start()
    isOver = true
  }
  const outcome: Outcome = { promised: [], failedTries: 0, slowest: 0 }
  const clients = async () => {
    for (let round = 0; !isOver; round++) {
      const size = { first: 10 * round, count: 10, pause: 100, atOnce: 2 }
      const some = await drive([serving[0].url], { ...size, run: name, asking })
      outcome.promised.push(...some.promised)
      outcome.failedTries += some.failedTries
      outcome.slowest = Math.max(outcome.slowest, some.slowest)
    }
  }
  await Promise.all([outage(), clients()])
  const figures = `${outcome.promised.length} requests, slowest ${Math.round(outcome.slowest)} ms`
  check('no request failed', outcome.failedTries === 0, figures)
  const processes = [serving[0].process, ...working]
  const isAnyDead = processes.some((one) => !one.isRunning)
  check('no process died', !isAnyDead)
  await checkMails(market, outcome, 1)
  await close(market, processes)
}
