import { createHash } from 'node:crypto'
import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { deviceTokenOf } from '#auth/services/cookies'
import KnownDeviceOfRequest from '#auth/queries/known_device_of_request'
import { inject } from '@adonisjs/core'
import { takePoint, type Limit } from '#core/limits/rate_limiter'
import { MINUTE } from '#core/support/clock'

const max = env.get('RATE_LIMIT_AUTH_MAX')
const window = 15 * MINUTE
const PER_ADDRESS: Limit = { name: 'auth-address', max, window }
const PER_ACCOUNT: Limit = { name: 'auth-account', max, window }
const PER_DEVICE: Limit = { name: 'auth-device', max, window }
/** one account, tried from anywhere */
const EVERYWHERE: Limit = { name: 'auth-everywhere', max: 10 * max, window }

/**
 * So many attempts per 15 minutes at what can be guessed: counted per address, per account and
 * address together, and ten times as many per account from anywhere. A device that the account
 * knows has a bucket of its own instead, so that strangers who guess cannot lock its owner out.
 */
@inject()
export default class AttemptLimitMiddleware {
  constructor(private knownDeviceOfRequest: KnownDeviceOfRequest) {}

  async handle(ctx: HttpContext, next: NextFn, { name }: { name: string }) {
    const device = await this.#knownDevice(ctx)
    if (device) await takePoint(PER_DEVICE, `${name}:${device}`)
    else await this.#countStranger(ctx, name)
    return next()
  }

  async #countStranger({ request }: HttpContext, name: string) {
    const ip = request.ip()
    await takePoint(PER_ADDRESS, `${name}:${ip}`)
    const account = request.input('email') ?? request.input('phone')
    if (typeof account !== 'string') return
    await takePoint(PER_ACCOUNT, `${name}:${ip}:${digest(account)}`)
    await takePoint(EVERYWHERE, `${name}:${digest(account)}`)
  }

  async #knownDevice(ctx: HttpContext): Promise<string | null> {
    const token = deviceTokenOf(ctx)
    if (token === null) return null
    const [email, phone, challenge] = ['email', 'phone', 'challenge'].map((name) =>
      ctx.request.input(name)
    )
    return this.knownDeviceOfRequest.execute({ token, email, phone, challenge })
  }
}

function digest(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('base64url')
}
