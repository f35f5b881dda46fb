/*
 * What was found wrong, and what once was: regressions.json is sent first in every run.
 */
import { readFile, writeFile } from 'node:fs/promises'
import type { Case } from './cases.js'
import { options } from './options.js'
import type { Target, Exchange } from './target.js'

const FILE = new URL('regressions.json', import.meta.url)
const LONGEST_SHOWN = 600

export interface Regression extends Case {
  /** what was wrong when it was found */
  was: string
}

export const violations: string[] = []

export async function readRegressions(): Promise<Regression[]> {
  return JSON.parse(await readFile(FILE, 'utf8'))
}

export function report(title: string, target: Target, { sent, answer, fault }: Exchange) {
  violations.push(`${title} ${fault}`)
  console.log(`  FAIL ${title} ${fault}`)
  console.log(`       ${target.curl(sent)}`)
  console.log(`       -> ${answer.status} ${answer.text.slice(0, LONGEST_SHOWN)}`)
}

/** Keeps a case, when the run was told to. */
export async function keep(found: Case, was: string) {
  if (!options.isRecording) return
  const all = [...(await readRegressions()), { was, ...found }]
  await writeFile(FILE, `${JSON.stringify(all, null, 2)}\n`)
}

export async function replayRegressions(target: Target): Promise<number> {
  const all = (await readRegressions()).filter(({ operation }) => target.known.has(operation))
  for (const { was, ...one } of all) {
    const exchange = await target.run(one)
    if (exchange.fault) report(`again (${was}): ${one.operation}`, target, exchange)
  }
  return all.length
}
