/*
 * Requests about nothing: with ids that nobody has.
 */
import { newId } from '#core/support/ids'
import type { Operation } from '#tests/helpers/openapi'

/** An id of nothing for every parameter of an operation's path. */
export function paramsOfNothing({ path, parameters }: Operation): Record<string, string> {
  const named = parameters.filter((one) => one.in === 'path' && path.includes(`{${one.name}}`))
  return Object.fromEntries(named.map(({ name, schema }) => [name, valueFor(schema.pattern)]))
}

/** Its address with them, under /api/v1. */
export function addressOfNothing(operation: Operation): string {
  const params = paramsOfNothing(operation)
  return operation.path.replace(/\{(\w+)\}/g, (_, name) => params[name])
}

function valueFor(pattern = ''): string {
  const prefix = /^\^\(?\??:?([a-z]{3})_?/.exec(pattern)?.[1]
  if (pattern.includes('google')) return 'google'
  if (pattern.includes('{43}')) return 'x'.repeat(43)
  return prefix ? `${prefix}_${newId('user').slice(4)}` : 'x'
}
