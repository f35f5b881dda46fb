/*
 * How long a second start takes until the first answer, and what the process then weighs.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, isUp, souk, until, type Process } from '../tests/faults/processes.js'
import { builtServer, makeBuild } from './build.js'
import { median } from './load.js'
import type { Bench } from './run.js'

/** Resident memory in MB, where the system tells (Linux). */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** `npm start` compiles the TypeScript that it loads. */
const FORMS = [
  { form: 'production build', serve: builtServer, goal: { seconds: 1.2, megabytes: 150 } },
  { form: 'npm start', serve: souk.server, goal: { seconds: 5, megabytes: 200 } },
]

export const startup: Bench = {
  name: 'start-up and idle memory',
  async run({ env, folder, report }) {
    makeBuild()
    for (const { form, serve, goal } of FORMS) {
      const start = (port: string) => serve('startup', { ...env, PORT: port }, folder).start()
      const { seconds, megabytes } = await measure(start)
      const answers = `${form}: answers (goal: ${goal.seconds} s)`
      report(answers, `${seconds.toFixed(2)} s`, seconds <= goal.seconds)
      const idle = `${form}: idle (goal: ${goal.megabytes} MB)`
      if (megabytes) report(idle, `${Math.round(megabytes)} MB`, megabytes <= goal.megabytes)
    }
  },
}

/** The medians of five starts. */
async function measure(start: (port: string) => Process) {
  const [times, sizes]: number[][] = [[], []]
  for (let i = 0; i < 5; i++) {
    const port = String(await freePort())
    const startedAt = performance.now()
    const server = start(port)
    await until('the first answer', () => isUp(`http://127.0.0.1:${port}`))
    times.push((performance.now() - startedAt) / 1000)
    await sleep(2_000)
    if (process.platform === 'linux') sizes.push(residentMegabytes(server.pid))
    await server.stop('SIGTERM')
  }
  return { seconds: median(times), megabytes: sizes.length > 0 ? median(sizes) : undefined }
}
