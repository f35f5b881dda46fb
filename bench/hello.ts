/*
 * GET /health through our whole stack, against bare AdonisJS on the same machine, in turns.
 */
import { freePort, isUp, Process, souk, until } from '../tests/faults/processes.js'
import { load, median, type Load } from './load.js'
import type { Bench } from './run.js'

const ROUNDS = 5
const TYPESCRIPT = '--import=@poppinss/ts-exec'

export const hello: Bench = {
  name: 'hello: requests per second',
  async run({ env, folder, report }) {
    const ports = { souk: String(await freePort()), bare: String(await freePort()) }
    const ours = souk.server('hello', { ...env, PORT: ports.souk }, folder).start()
    const bareEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: ports.bare }
    const bare = new Process('bare', [TYPESCRIPT, 'bench/bare/server.ts'], bareEnv, folder).start()
    try {
      const url = `http://127.0.0.1:${ports.souk}/api/v1/health`
      const bareUrl = `http://127.0.0.1:${ports.bare}/hello`
      await until('ours answers', () => isUp(`http://127.0.0.1:${ports.souk}`))
      await until('the bare one answers', () => fetch(bareUrl).then((one) => one.ok, () => false)) // prettier-ignore
      const rounds: { ours: Load; bare: Load }[] = []
      for (let i = 0; i <= ROUNDS; i++)
        rounds.push({ bare: await load(bareUrl), ours: await load(url) })
      const measured = rounds.slice(1) // the first one warms up
      const of = (whose: 'ours' | 'bare', figure: keyof Load) =>
        median(measured.map((round) => round[whose][figure]))
      const ratio = median(measured.map((round) => round.bare.rate / round.ours.rate))
      report('bare AdonisJS', `${Math.round(of('bare', 'rate'))}/s, p99 ${of('bare', 'p99').toFixed(1)} ms`) // prettier-ignore
      report('Souk, full stack', `${Math.round(of('ours', 'rate'))}/s, p99 ${of('ours', 'p99').toFixed(1)} ms`) // prettier-ignore
      report('ratio (goal: at most 2)', ratio.toFixed(2), ratio <= 2)
    } finally {
      await Promise.all([ours.stop('SIGTERM'), bare.stop('SIGTERM')])
    }
  },
}
