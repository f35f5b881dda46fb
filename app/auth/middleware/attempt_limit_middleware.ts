import { createHash } from 'node:crypto'
import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { takePoint, type Limit } from '#core/limits/rate_limiter'
import { MINUTE } from '#core/support/clock'

const max = env.get('RATE_LIMIT_AUTH_MAX')
const PER_ADDRESS: Limit = { name: 'auth-address', max, window: 15 * MINUTE }
const PER_ACCOUNT: Limit = { name: 'auth-account', max, window: 15 * MINUTE }

/**
 * So many attempts per 15 minutes at what can be guessed: counted per address, and per account and
 * address together, so that a stranger who guesses cannot lock the owner out.
 */
export default class AttemptLimitMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { name }: { name: string }) {
    const ip = ctx.request.ip()
    await takePoint(PER_ADDRESS, `${name}:${ip}`)
    const account = ctx.request.input('email') ?? ctx.request.input('phone')
    if (typeof account === 'string')
      await takePoint(PER_ACCOUNT, `${name}:${ip}:${digest(account)}`)
    return next()
  }
}

function digest(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('base64url')
}
