import fc from 'fast-check'
import { casesOf, type Case, type Edit } from './cases.js'
import { keep, report, violations } from './findings.js'
import { options } from './options.js'
import type { Target } from './target.js'

/** ms for one operation; whoever needs longer is told at the end as one that was tried too little */
const LONGEST = options.isFull ? 900_000 : 240_000

/** What an operation was tried with. */
interface Tried {
  id: string
  isWrite: boolean
  cases: number
  /** of these, those with a body that no client would send */
  bodies: number
}

/**
 * Tries `options.runs` cases with each operation, and as many changed bodies with each that takes one;
 * a bad answer is made small before it is told.
 */
export async function fuzzOperations(target: Target, ids: string[]) {
  const left = [...ids]
  const tried: Tried[] = []
  const lane = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift())
      tried.push(await fuzz(target, id))
  }
  await Promise.all(Array.from({ length: options.lanes }, lane))
  tell(tried)
}

/** The least that any operation got; too little is a finding. */
function tell(tried: Tried[]) {
  const writes = tried.filter(({ isWrite }) => isWrite)
  const least = (of: Tried[], count: (one: Tried) => number) =>
    of.length > 0 ? Math.min(...of.map(count)) : 0
  console.log(
    `  at least ${least(tried, ({ cases }) => cases)} cases of each operation, ` +
      `${least(writes, ({ bodies }) => bodies)} bodies of each of ${writes.length} writes`
  )
  for (const { id, isWrite, cases, bodies } of tried) {
    const isEnough = cases >= options.runs && (!isWrite || bodies >= options.runs)
    if (isEnough || failed.has(id)) continue
    violations.push(`${id} was tried too little`)
    console.log(`  FAIL ${id} was tried with ${cases} cases and ${bodies} bodies only`)
  }
}

/** Operations with a finding: their counting ends there. */
const failed = new Set<string>()

/** Enough cases, and of writes enough with a body of their own. */
async function fuzz(target: Target, id: string): Promise<Tried> {
  const { method } = target.known.get(id)!
  const tried = { id, isWrite: method !== 'GET', cases: 0, bodies: 0 }
  const end = performance.now() + LONGEST
  await fuzzSome(target, tried, 'anything', options.runs, end)
  const missing = options.runs - tried.bodies
  if (tried.isWrite && missing > 0 && !failed.has(id))
    await fuzzSome(target, tried, 'bodies', missing, end)
  return tried
}

async function fuzzSome(
  target: Target,
  tried: Tried,
  what: 'anything' | 'bodies',
  runs: number,
  end: number
) {
  const { id } = tried
  const operation = target.known.get(id)!
  const callers = target.callersOf(id)
  const cases = casesOf(id, operation, callers)
  let lastFault: string | undefined
  const isAnsweredWell = fc.asyncProperty(
    what === 'anything' ? cases : cases.filter(hasBody),
    async (one: Case) => {
      const { fault } = await target.run(one)
      tried.cases++
      if (hasBody(one)) tried.bodies++
      lastFault = fault ?? lastFault
      return fault === undefined
    }
  )
  const settings = { seed: options.seed ^ hashOf(`${id}${what === 'bodies' ? ' bodies' : ''}`) }
  const result = await fc.check(isAnsweredWell, {
    ...settings,
    numRuns: runs,
    interruptAfterTimeLimit: Math.max(1, end - performance.now()),
    markInterruptAsFailure: false,
  })
  const { counterexample, counterexamplePath } = result
  if (!result.failed || !counterexample) return
  failed.add(id)
  const [smallest] = counterexample
  const exchange = await target.run(smallest)
  exchange.fault ??= `${lastFault} (once only)`
  report(`${id} (${counterexamplePath})`, target, exchange)
  console.log(`       ${JSON.stringify(smallest).slice(0, 1_000)}`)
  await keep(smallest, exchange.fault)
}

/** Edits of the body, whatever else is changed. */
const OF_BODY = new Set<Edit['do']>(['body', 'set', 'drop', 'twice', 'text', 'cut', 'form'])

function hasBody({ edits }: Case): boolean {
  return edits.some((edit) => OF_BODY.has(edit.do))
}

/** The same operation, the same chance, whichever others are tried. */
function hashOf(text: string): number {
  let hash = 0
  for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0
  return hash
}
