import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from '#core/errors'

const MAX_DEPTH = 32
const MAX_VALUES = 20_000
/** Not what a form of any page can post across sites without asking: its fields would be read as ours. */
const READABLE = ['json', 'multipart/form-data', 'message/rfc822']

/**
 * Refuses bodies that no client of ours would send before any validator walks them: nested deeper
 * than 32 levels, of more than 20,000 values, not an object, or of a content type nobody reads.
 */
export default class BodyShapeMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (request.hasBody() && request.header('content-length') !== '0') {
      if (!request.is(READABLE)) throw new UnsupportedMediaType()
      const body: unknown = request.body()
      if (Array.isArray(body)) throw new MalformedRequest('The body must be a JSON object')
      assertShallow(body)
    }
    return next()
  }
}

function assertShallow(body: unknown) {
  let seen = 0
  const pending: [value: unknown, depth: number][] = [[body, 0]]
  while (pending.length > 0) {
    const [value, depth] = pending.pop()!
    if (++seen > MAX_VALUES) throw new BodyTooLarge('The body has too many values')
    if (value === null || typeof value !== 'object') continue
    if (depth >= MAX_DEPTH) throw new BodyTooLarge('The body is nested too deeply')
    for (const key of Object.keys(value))
      pending.push([value[key as keyof typeof value], depth + 1])
  }
}
