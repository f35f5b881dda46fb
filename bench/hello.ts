/*
 * GET /health through our whole stack (the production build, with its access log as it is by default
 * and without), against bare AdonisJS on the same machine, in turns.
 */
import { freePort, isUp, Process, until, type Environment } from '../tests/faults/processes.js'
import { builtServer, makeBuild } from './build.js'
import { load, median, type Load } from './load.js'
import type { Bench } from './run.js'

const ROUNDS = 9
/** short, so that what else the machine does slows both alike */
const SECONDS = 1
const WARM_UP = 2
const TYPESCRIPT = '--import=@poppinss/ts-exec'

export const hello: Bench = {
  name: 'hello: requests per second',
  async run({ env, folder, report }) {
    makeBuild()
    const port = String(await freePort())
    const bareEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port }
    const bare = new Process('bare', [TYPESCRIPT, 'bench/bare/server.ts'], bareEnv, folder).start()
    const bareUrl = `http://127.0.0.1:${port}/hello`
    try {
      await until('the bare one answers', () => fetch(bareUrl).then((one) => one.ok, () => false)) // prettier-ignore
      for (const level of ['info', 'warn']) {
        const rounds = await against(bareUrl, { ...env, LOG_LEVEL: level }, folder)
        const of = (whose: 'ours' | 'bare') => {
          const figure = (name: keyof Load) => median(rounds.map((round) => round[whose][name]))
          return `${Math.round(figure('rate'))}/s, p99 ${figure('p99').toFixed(1)} ms`
        }
        const ratio = median(rounds.map((round) => round.bare.rate / round.ours.rate))
        report('bare AdonisJS', of('bare'))
        report(`Souk, LOG_LEVEL=${level}`, of('ours'))
        report('ratio (goal: at most 2)', ratio.toFixed(2), ratio <= 2)
      }
    } finally {
      await bare.stop('SIGTERM')
    }
  },
}

async function against(bareUrl: string, env: Environment, folder: string) {
  const port = String(await freePort())
  const server = builtServer('hello', { ...env, PORT: port }, folder).start()
  const base = `http://127.0.0.1:${port}`
  try {
    await until('ours answers', () => isUp(base))
    const rounds: { ours: Load; bare: Load }[] = []
    for (let i = 0; i < ROUNDS + WARM_UP; i++)
      rounds.push({
        bare: await load(bareUrl, { seconds: SECONDS }),
        ours: await load(`${base}/api/v1/health`, { seconds: SECONDS }),
      })
    return rounds.slice(WARM_UP)
  } finally {
    await server.stop('SIGTERM')
  }
}
