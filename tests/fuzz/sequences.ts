/*
 * Sequences of requests, each with a claim about the last ones: what was deleted is gone, what is
 * another's stays so, a refused write leaves nothing, a repeat is a repeat. After the checkers of
 * RESTler (Atlidakis, Godefroid, Polishchuk: Checking Security Properties of Cloud Service REST APIs).
 */
import { randomFrom } from '#core/support/random'
import {
  brokenWrite,
  foreignObject,
  repeatedKey,
  useAfterDelete,
  wrongParent,
  type Finding,
} from './checkers.js'
import { report, violations } from './findings.js'
import { options } from './options.js'
import type { Target } from './target.js'
import { walk } from './walk.js'

const CHECKERS = { useAfterDelete, foreignObject, wrongParent, brokenWrite, repeatedKey, walk }

/** Tries one sequence after the other until the time is over, every kind and operation in turns. */
export async function trySequences(target: Target) {
  const end = performance.now() + options.sequences
  const random = randomFrom(options.seed)
  const counts = new Map<string, number>()
  const told = new Set<string>()
  for (let round = 0; performance.now() < end; round++) {
    for (const [name, { fits, check }] of Object.entries(CHECKERS)) {
      const ids = [...target.known.keys()].filter((id) => fits(target, id))
      const id = ids[(round * 7 + Math.floor(random() * 7)) % ids.length]
      if (performance.now() > end) break
      const found = await check(target, id, random)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (found && !told.has(`${name} ${id}`)) tell(name, id, target, found)
      if (found) told.add(`${name} ${id}`)
    }
  }
  const tried = [...counts].map(([name, count]) => `${count} x ${name}`)
  console.log(`  sequences: ${tried.join(', ')}`)
}

function tell(name: string, id: string, target: Target, { exchange, claim }: Finding) {
  if (exchange) return report(`${name} ${id}`, target, { ...exchange, fault: claim })
  violations.push(`${name} ${id} ${claim}`)
  console.log(`  FAIL ${name} ${id} ${claim}`)
}
