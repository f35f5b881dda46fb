import router from '@adonisjs/core/services/router'
import { audiencesByRoute, type Audience } from '#auth/access'
import { PUBLISHED_SPELLINGS } from '#start/published_spellings'

/** One endpoint as the router knows it. */
export interface Endpoint {
  name: string
  method: string
  /** as in the router: /api/v1/partners/:partnerId */
  pattern: string
  audiences: Audience[]
  /** parameter -> the pattern it must match, when there is one */
  params: { name: string; match?: RegExp }[]
  /** import specifier of the controller's file, and the method in it */
  controller?: { specifier: string; method: string }
  /** how the original documents spell it */
  publishedAs: string[]
}

/** Every route, sorted by address and method; HEAD goes without saying. */
export function endpoints(): Endpoint[] {
  router.commit()
  const audiences = audiencesByRoute()
  return Object.values(router.toJSON())
    .flat()
    .flatMap((route) =>
      route.methods
        .filter((method) => method !== 'HEAD')
        .map((method) => toEndpoint(route, method, audiences.get(route.name ?? '') ?? []))
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

type RouteJson = ReturnType<typeof router.toJSON>[string][number]

function toEndpoint(route: RouteJson, method: string, audiences: Audience[]): Endpoint {
  const params = [...route.pattern.matchAll(/:(\w+)/g)].map(([, name]) => {
    const matcher = route.matchers[name] as { match?: RegExp } | RegExp | undefined
    return { name, match: matcher instanceof RegExp ? matcher : matcher?.match }
  })
  const canonical = `${method} ${route.pattern.replace('/api/v1', '')}`
  const publishedAs = PUBLISHED_SPELLINGS.filter(([, target]) => target === canonical)
  return {
    name: route.name ?? '',
    method,
    pattern: route.pattern,
    audiences,
    params,
    controller: controllerOf(route),
    publishedAs: publishedAs.map(([published]) => published),
  }
}

function controllerOf({ handler }: RouteJson): Endpoint['controller'] {
  if (typeof handler === 'function' || !('importExpression' in handler)) return undefined
  const specifier = /import\(['"](.+)['"]\)/.exec(handler.importExpression ?? '')?.[1]
  const reference = handler.reference
  if (!specifier || !Array.isArray(reference)) return undefined
  return { specifier, method: String(reference[1] ?? 'handle') }
}

function key({ pattern, method }: Endpoint): string {
  return `${pattern} ${method}`
}

/** /partners/:partnerId -> /partners/{partnerId}, the document's spelling. */
export function documentPath(pattern: string): string {
  return pattern.replace(/:(\w+)\??/g, '{$1}')
}

/** The words of docs/endpoints.tsv: "partner, staff orders.write". */
export function inWords(audiences: Audience[]): string {
  return audiences
    .map((audience) => (typeof audience === 'object' ? `staff ${audience.staff}` : audience))
    .map((word) => (word === 'probe' ? 'public' : word))
    .join(', ')
}
