import fc from 'fast-check'
import { ROLES, type Role } from '#core/actor'
import type { Edit } from './cases.js'
import type { Checker } from './checkers.js'
import type { Target } from './target.js'
import { validValue } from './values.js'

const STEPS = 8

/**
 * One caller does this and that, each time with ids that came in answers before. Claims nothing but
 * that every answer is one of the document.
 */
export const walk: Checker = {
  fits: (target, id) => target.known.get(id)!.method === 'GET',
  async check(target, _, random) {
    const role: Role = ROLES[Math.floor(random() * ROLES.length)]
    const ids = [...target.facts.values()].filter(({ allow }) => allow.includes(role))
    const { token } = await target.fresh(null, role)
    for (let step = 0; step < STEPS; step++) {
      const { route } = ids[Math.floor(random() * ids.length)]
      const base = await target.base(route, role)
      const exchange = await target.send(route, base, token, stepEdits(target, route, random))
      if (exchange.fault) return { claim: exchange.fault, exchange }
    }
    return undefined
  },
}

/** A valid body, and the newest ids of their kind. */
function stepEdits(target: Target, id: string, random: () => number): Edit[] {
  const { parameters, requestBody } = target.known.get(id)!
  const sample = (schema: Record<string, any>) =>
    fc.sample(validValue(schema), { seed: Math.floor(random() * 2 ** 31), numRuns: 1 })[0]
  const params = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema }): Edit => ({ do: 'param', name, value: sample(schema) }))
  const content = requestBody?.content['application/json']
  if (!content || random() < 0.3) return params
  return [...params, { do: 'body', value: sample(content.schema) }]
}
