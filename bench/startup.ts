/*
 * How long a second start takes until the first answer, and what the process then weighs.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, isUp, souk, until } from '../tests/faults/processes.js'
import { median } from './load.js'
import type { Bench } from './run.js'

/** Resident memory in MB, where the system tells (Linux). */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

export const startup: Bench = {
  name: 'start-up and idle memory (from TypeScript, as npm start does)',
  async run({ env, folder, report }) {
    const [times, sizes]: number[][] = [[], []]
    for (let i = 0; i < 3; i++) {
      const port = String(await freePort())
      const startedAt = performance.now()
      const server = souk.server('startup', { ...env, PORT: port }, folder).start()
      await until('the first answer', () => isUp(`http://127.0.0.1:${port}`))
      times.push((performance.now() - startedAt) / 1000)
      await sleep(2_000)
      if (process.platform === 'linux') sizes.push(residentMegabytes(server.pid))
      await server.stop('SIGTERM')
    }
    report('first answer (goal: under 5 s)', `${median(times).toFixed(2)} s`, median(times) < 5)
    if (sizes.length > 0)
      report('idle (goal: under 200 MB)', `${Math.round(median(sizes))} MB`, median(sizes) < 200)
  },
}
