import fc from 'fast-check'
import { casesOf, type Case } from './cases.js'
import { keep, report } from './findings.js'
import { options } from './options.js'
import type { Target } from './target.js'

/** Tries `options.runs` cases with each operation; a bad answer is made small before it is told. */
export async function fuzzOperations(target: Target, ids: string[]) {
  const left = [...ids]
  const lane = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) await fuzz(target, id)
  }
  await Promise.all(Array.from({ length: options.lanes }, lane))
}

async function fuzz(target: Target, id: string) {
  const operation = target.known.get(id)!
  let lastFault: string | undefined
  const isAnsweredWell = fc.asyncProperty(
    casesOf(id, operation, target.callersOf(id)),
    async (one: Case) => {
      const { fault } = await target.run(one)
      lastFault = fault ?? lastFault
      return fault === undefined
    }
  )
  const settings = { seed: options.seed ^ hashOf(id), numRuns: options.runs }
  const { failed, counterexample, counterexamplePath } = await fc.check(isAnsweredWell, {
    ...settings,
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: false,
  })
  if (!failed || !counterexample) return
  const [smallest] = counterexample
  const exchange = await target.run(smallest)
  exchange.fault ??= `${lastFault} (once only)`
  report(`${id} (${counterexamplePath})`, target, exchange)
  console.log(`       ${JSON.stringify(smallest).slice(0, 1_000)}`)
  await keep(smallest, exchange.fault)
}

/** The same operation, the same chance, whichever others are tried. */
function hashOf(text: string): number {
  let hash = 0
  for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0
  return hash
}
