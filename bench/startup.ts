/*
 * How long a second start takes until the first answer, and what the process then weighs.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, isUp, souk, until, type Process } from '../tests/faults/processes.js'
import { builtServer, makeBuild } from './build.js'
import { median } from './load.js'
import type { Bench, BenchContext } from './run.js'

/** Resident memory in MB, where the system tells (Linux). */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

export const startup: Bench = {
  name: 'start-up and idle memory',
  async run({ env, folder, report }) {
    makeBuild()
    const forms = { 'production build': builtServer, 'npm start': souk.server }
    for (const [form, serve] of Object.entries(forms)) {
      const start = (port: string) => serve('startup', { ...env, PORT: port }, folder).start()
      await measure(form, start, report)
    }
  },
}

async function measure(
  form: string,
  start: (port: string) => Process,
  report: BenchContext['report']
) {
  const [times, sizes]: number[][] = [[], []]
  for (let i = 0; i < 3; i++) {
    const port = String(await freePort())
    const startedAt = performance.now()
    const server = start(port)
    await until('the first answer', () => isUp(`http://127.0.0.1:${port}`))
    times.push((performance.now() - startedAt) / 1000)
    await sleep(2_000)
    if (process.platform === 'linux') sizes.push(residentMegabytes(server.pid))
    await server.stop('SIGTERM')
  }
  report(`${form}: answers (goal: 5 s)`, `${median(times).toFixed(2)} s`, median(times) < 5)
  if (sizes.length > 0)
    report(`${form}: idle (goal: 200 MB)`, `${Math.round(median(sizes))} MB`, median(sizes) < 200)
}
