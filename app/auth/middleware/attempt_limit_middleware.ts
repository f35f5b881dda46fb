import { createHash } from 'node:crypto'
import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { deviceTokenOf } from '#auth/services/cookies'
import KnownDeviceOfRequest, { type AccountField } from '#auth/queries/known_device_of_request'
import { inject } from '@adonisjs/core'
import { takePoint, type Limit } from '#core/limits/rate_limiter'
import { addressKey } from '#core/support/address_key'
import { MINUTE } from '#core/support/clock'
import { normalPhone } from '#core/validation/rules'

const max = env.get('RATE_LIMIT_AUTH_MAX')
const window = 15 * MINUTE
const PER_ADDRESS: Limit = { name: 'auth-address', max, window }
const PER_ACCOUNT: Limit = { name: 'auth-account', max, window }
const PER_DEVICE: Limit = { name: 'auth-device', max, window }
/** one account, tried from anywhere */
const EVERYWHERE: Limit = { name: 'auth-everywhere', max: 10 * max, window }

interface Attempt {
  name: string
  /** the fields that say which account it is about; the first that is given counts */
  by?: readonly AccountField[]
}

interface Account {
  by: AccountField
  /** spelt as we keep it */
  account: string
}

/**
 * So many attempts per 15 minutes at what can be guessed: counted per address, per account and
 * address together, and ten times as many per account from anywhere. A device that the account
 * knows has a bucket of its own instead, so that strangers who guess cannot lock its owner out.
 */
@inject()
export default class AttemptLimitMiddleware {
  constructor(private knownDeviceOfRequest: KnownDeviceOfRequest) {}

  async handle(ctx: HttpContext, next: NextFn, { name, by = [] }: Attempt) {
    const about = accountOf(ctx, by)
    const device = about && (await this.#knownDevice(ctx, about))
    if (device) await takePoint(PER_DEVICE, `${name}:${device}`)
    else await this.#countStranger(ctx, name, about)
    return next()
  }

  async #countStranger({ request }: HttpContext, name: string, about: Account | null) {
    const address = addressKey(request.ip())
    await takePoint(PER_ADDRESS, `${name}:${address}`)
    // a challenge counts its own tries
    if (!about || about.by === 'challenge') return
    await takePoint(PER_ACCOUNT, `${name}:${address}:${digest(about.account)}`)
    await takePoint(EVERYWHERE, `${name}:${digest(about.account)}`)
  }

  async #knownDevice(ctx: HttpContext, about: Account): Promise<string | null> {
    const token = deviceTokenOf(ctx)
    return token === null ? null : this.knownDeviceOfRequest.execute({ token, ...about })
  }
}

/** As the route's validator will read it; null when it will refuse what is there. */
function accountOf({ request }: HttpContext, fields: readonly AccountField[]): Account | null {
  const by = fields.find((field) => (request.input(field) ?? null) !== null)
  const given: unknown = by && request.input(by)
  if (!by || typeof given !== 'string') return null
  const account = SPELLING[by](given.trim())
  return account === null ? null : { by, account }
}

const SPELLING: Record<AccountField, (given: string) => string | null> = {
  email: (given) => given.toLowerCase(),
  phone: normalPhone,
  challenge: (given) => given,
}

function digest(account: string): string {
  return createHash('sha256').update(account).digest('base64url')
}
