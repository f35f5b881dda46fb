/*
 * Discovery and matching among many partners. Both use one marketplace, filled once.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Bench, BenchContext } from './run.js'

const PARTNERS = Number(process.env.BENCH_PARTNERS ?? 100_000)
const TYPESCRIPT = '--import=@poppinss/ts-exec'

/** the goal for PARTNERS of them, in seconds */
const FILLED_IN = 60

let filled: Promise<void> | undefined

export const discovery: Bench = {
  name: 'discovery: the first page against the 1,000th (goal: ratio at most 1.5)',
  run: (context) => measure(context, 'bench/discovery.ts'),
}

export const matching: Bench = {
  name: 'matching: the best five among all (goal: median at most 50 ms)',
  run: (context) => measure(context, 'bench/matching.ts', 'generated'),
}

async function measure(context: BenchContext, ...script: string[]) {
  filled ??= fill(context)
  await filled
  const code = await run(context, [TYPESCRIPT, ...script])
  context.report(`${script[0]}, every goal`, code === 0 ? 'met' : 'not met', code === 0)
}

async function fill(context: BenchContext) {
  const startedAt = performance.now()
  const code = await run(context, ['ace.js', 'partners:generate', String(PARTNERS)])
  if (code !== 0) throw new Error('partners:generate failed')
  const seconds = (performance.now() - startedAt) / 1000
  const what = `${PARTNERS} partners made (goal: ${FILLED_IN} s)`
  context.report(what, `${seconds.toFixed(0)} s`, seconds <= FILLED_IN)
}

/** @returns the exit code; what it prints is ours */
async function run({ env }: BenchContext, args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  const [code] = await once(child, 'exit')
  return code ?? 1
}
