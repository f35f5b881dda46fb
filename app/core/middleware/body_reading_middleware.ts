import { inject } from '@adonisjs/core'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyTooLarge } from '#core/errors'

/**
 * The framework's body parser copies what it has read, one call within the other for each level: a
 * body of some ten thousand levels uses up the stack before anybody could count them.
 */
@inject()
export default class BodyReadingMiddleware {
  constructor(private parser: BodyParserMiddleware) {}

  async handle(ctx: HttpContext, next: NextFn) {
    let isRead = false
    try {
      return await this.parser.handle(ctx, () => {
        isRead = true
        return next()
      })
    } catch (error) {
      if (!isRead && error instanceof RangeError)
        throw new BodyTooLarge('The body is nested too deeply')
      throw error
    }
  }
}
