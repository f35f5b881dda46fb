import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import type { Role } from '#core/actor'
import type { Operation } from '#tests/helpers/openapi'
import { casesOf, type Edit } from './cases.js'
import type { Made } from './corpus.js'
import type { Exchange, Target } from './target.js'

export interface Finding {
  /** what does not hold */
  claim: string
  /** the request that shows it */
  exchange?: Exchange
}

export interface Checker {
  /** is it one that this can be asked of? */
  fits(target: Target, id: string): boolean
  check(target: Target, id: string, random: () => number): Promise<Finding | undefined>
}

const isWell = ({ answer }: Exchange) => answer.status >= 200 && answer.status < 300
const offSchema = (exchange: Exchange): Finding | undefined =>
  exchange.fault === undefined ? undefined : { claim: exchange.fault, exchange }
const paramsOf = ({ parameters }: Operation) =>
  parameters.filter((one) => one.in === 'path').map(({ name }) => name)

function rolesOf(target: Target, id: string): Role[] {
  return target.facts.get(id)!.allow.filter((role): role is Role => role !== 'public')
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]
}

/** Operations on the same address, or below it. */
function onSame(target: Target, { path }: Operation): [string, Operation][] {
  return [...target.known].filter(([, other]) => other.path === path)
}

/** Changes of the body, the query and the headers that leave the object and the caller alone. */
export function harmlessEdits(target: Target, id: string, random: () => number): Edit[] {
  const cases = casesOf(id, target.known.get(id)!, ['none'])
  const [one] = fc.sample(cases, { seed: Math.floor(random() * 2 ** 31), numRuns: 1 })
  const isHarmful = (edit: Edit) =>
    edit.do === 'param' || edit.do === 'rawParam' || edit.do === 'header'
  return one.edits.filter((edit) => !isHarmful(edit))
}

/**
 * Staff see what they took away from everybody else; an account is deleted by its status, and staff
 * still read that it was; and a list that was emptied is an empty list.
 */
const STAYS_VISIBLE = new Set([
  'admin.reviews.destroy',
  'auth.staff.users.destroy',
  'clients.customer_sessions.clear',
  'clients.customers.destroy',
])

/** What was deleted can neither be read nor changed. */
export const useAfterDelete: Checker = {
  fits: (target, id) => {
    const operation = target.known.get(id)!
    return operation.method === 'DELETE' && paramsOf(operation).length > 0 && !STAYS_VISIBLE.has(id)
  },
  async check(target, id, random) {
    const role = pick(random, rolesOf(target, id))
    const made = await target.fresh(id, role)
    const deleted = await target.send(id, made, made.token, [])
    if (!isWell(deleted)) return { claim: 'cannot be deleted', exchange: deleted }
    for (const [other, { method }] of onSame(target, target.known.get(id)!)) {
      if (!rolesOf(target, other).includes(role)) continue
      const after = await target.send(other, made, made.token, [])
      // to delete it again may be as good as the first time
      if (isWell(after) && method !== 'DELETE')
        return { claim: 'works after the deletion', exchange: after }
      if (after.fault) return offSchema(after)
    }
    return undefined
  },
}

/** Another account of the same role gets nothing, whatever else it sends. */
export const foreignObject: Checker = {
  fits: (target, id) => ownersOf(target, id).length > 0,
  async check(target, id, random) {
    const role = pick(random, ownersOf(target, id))
    const made = await target.base(id, role)
    const { token } = await target.somebody(role)
    const edits = random() < 0.5 ? [] : harmlessEdits(target, id, random)
    const exchange = await target.send(id, made, token, edits)
    if (isWell(exchange)) return { claim: "works on another's object", exchange }
    return offSchema(exchange)
  },
}

function ownersOf(target: Target, id: string): Role[] {
  const { owned } = target.facts.get(id)!
  const roles = rolesOf(target, id)
  if (typeof owned === 'boolean') return owned ? roles : []
  return roles.filter((role) => owned.includes(role))
}

/** Of two objects in one address, both must belong together. */
export const wrongParent: Checker = {
  fits: (target, id) => paramsOf(target.known.get(id)!).length > 1,
  async check(target, id, random) {
    const role = pick(random, rolesOf(target, id))
    const own = await target.base(id, role)
    const other = await target.fresh(id, role)
    const name = pick(random, paramsOf(target.known.get(id)!))
    const value = other.request.params![name]
    if (value === own.request.params![name]) return undefined
    const exchange = await target.send(id, own, own.token, [{ do: 'param', name, value }])
    if (isWell(exchange)) return { claim: `works below another ${name}`, exchange }
    return offSchema(exchange)
  },
}

/** A refused write leaves what its address shows as it was. */
export const brokenWrite: Checker = {
  fits: (target, id) => {
    const operation = target.known.get(id)!
    return ['POST', 'PUT'].includes(operation.method) && readerOf(target, id) !== undefined
  },
  async check(target, id, random) {
    const reader = readerOf(target, id)!
    const roles = rolesOf(target, id).filter((one) => rolesOf(target, reader).includes(one))
    if (roles.length === 0) return undefined
    const made = await target.base(id, pick(random, roles))
    const before = await target.send(reader, plain(made), made.token, [])
    const write = await target.send(id, made, made.token, harmlessEdits(target, id, random))
    if (write.fault) return offSchema(write)
    if (write.answer.status < 400) return undefined
    const after = await target.send(reader, plain(made), made.token, [])
    if (dataOf(before) === dataOf(after)) return undefined
    return { claim: `was refused, and ${reader} shows a change`, exchange: write }
  },
}

function readerOf(target: Target, id: string): string | undefined {
  return onSame(target, target.known.get(id)!).find(([, { method }]) => method === 'GET')?.[0]
}

const plain = ({ request, ...made }: Made): Made => ({
  ...made,
  request: { params: request.params },
})

function dataOf({ answer }: Exchange): string {
  return answer.status < 300 ? JSON.stringify(JSON.parse(answer.text).data) : String(answer.status)
}

/** The same key: the same answer and no second effect; with another body it is refused. */
export const repeatedKey: Checker = {
  fits: (target, id) => {
    const { method } = target.known.get(id)!
    const isKeyed = ['POST', 'PUT'].includes(method) && !target.facts.get(id)!.ignoresKey
    return isKeyed && rolesOf(target, id).length > 0
  },
  async check(target, id, random) {
    const made = await target.fresh(id, pick(random, rolesOf(target, id)))
    const key: Edit = { do: 'header', name: 'idempotency-key', value: randomUUID() }
    const first = await target.send(id, made, made.token, [key])
    if (!isWell(first)) return offSchema(first)
    const second = await target.send(id, made, made.token, [key])
    // whoever ended the session is not known any more
    if (second.answer.status === 401) return offSchema(second)
    if (second.answer.headers['idempotency-replayed'] !== 'true')
      return { claim: 'does it again under the same key', exchange: second }
    if (second.answer.text !== first.answer.text || second.answer.status !== first.answer.status)
      return { claim: 'answers otherwise under the same key', exchange: second }
    const change: Edit = { do: 'set', at: ['somethingElse'], value: 1 }
    if (made.request.files) return undefined
    const third = await target.send(id, made, made.token, [key, change])
    if (isWell(third)) return { claim: 'takes another body under the same key', exchange: third }
    return offSchema(third)
  },
}
