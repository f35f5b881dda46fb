import { createHash } from 'node:crypto'
import router from '@adonisjs/core/services/router'

/** Methods that take an Idempotency-Key. */
export const KEYED_METHODS = ['POST', 'PUT']

/** One caller's keys say nothing about another's; nor do those of another route. */
export function scopeOf(caller: string, method: string, routeKey: string): string {
  return hashOf(caller, method, routeKey)
}

export function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** Every scope that somebody's keys can stand in: one for each route that takes them. */
export function scopesOf(caller: string): string[] {
  router.commit()
  return Object.values(router.toJSON())
    .flat()
    .flatMap(({ methods, pattern }) =>
      methods
        .filter((method) => KEYED_METHODS.includes(method))
        .map((method) => scopeOf(caller, method, `${method}-${pattern}`))
    )
}
