import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PUBLISHED_SPELLINGS } from '#start/published_spellings'

const ID = '([a-z]{3}_[0-9a-z]{26})'

const spellings = PUBLISHED_SPELLINGS.map(([published, canonical]) => {
  const [publishedMethod, publishedPath] = published.split(' ')
  const [method, path] = canonical.split(' ')
  return {
    publishedMethod,
    pattern: new RegExp(`^/api${publishedPath.replace(/:\w+/g, ID)}/?$`),
    method,
    path,
  }
})

/**
 * Answers the addresses of the original documents: `/api/x` is `/api/v1/x`, and a published
 * spelling is the route it stands for (start/published_spellings.ts). It only renames the request
 * before routing, so nothing behind it knows which spelling the client used.
 */
export default class PublishedSpellingsMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const path = request.parsedUrl.pathname
    if (path.startsWith('/api/') && !path.startsWith('/api/v1/')) {
      const { method, pathname } = canonicalAddress(request.method(), path)
      request.request.method = method
      request.parsedUrl.pathname = pathname
    }
    return next()
  }
}

function canonicalAddress(method: string, path: string): { method: string; pathname: string } {
  for (const spelling of spellings) {
    if (spelling.publishedMethod !== method) continue
    const match = path.match(spelling.pattern)
    if (!match) continue
    let position = 0
    const target = spelling.path.replace(/:\w+/g, () => match[++position])
    return { method: spelling.method, pathname: `/api/v1${target}` }
  }
  return { method, pathname: `/api/v1${path.slice('/api'.length)}` }
}
