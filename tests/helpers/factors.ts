import { Secret, TOTP } from 'otpauth'
import db from '@adonisjs/lucid/services/db'
import ConfirmSecondFactor from '#auth/actions/confirm_second_factor'
import StartSecondFactor from '#auth/actions/start_second_factor'
import { beginLogIn } from '#auth/services/log_ins'
import { write } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'
import User from '#users/models/user'
import type { TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'

const STEP = 30 * SECOND

/** An authenticator app on somebody's telephone. */
export class App {
  #totp: TOTP
  #lastStep = 0

  constructor(secret: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret) })
  }

  /**
   * A code that was not used yet: three in a row are good without moving the clock, because one from
   * the step before and one from the step after are taken, too.
   */
  next(): string {
    const now = Math.floor(clock.now() / STEP)
    this.#lastStep = Math.max(now - 1, this.#lastStep + 1)
    if (this.#lastStep > now + 1) throw new Error('The next code is not good yet: move the clock')
    return this.#totp.generate({ timestamp: this.#lastStep * STEP })
  }

  /** A code that nobody takes. */
  wrong(): string {
    const good = [-1, 0, 1].map((away) =>
      this.#totp.generate({ timestamp: clock.now() + away * STEP })
    )
    return ['000000', '111111', '222222', '333333'].find((code) => !good.includes(code))!
  }
}

/** Sets an app up as somebody's second factor. */
export async function withApp(person: TestActor): Promise<{ app: App; recoveryCodes: string[] }> {
  const actor = asActor(person)
  const setUp = await new StartSecondFactor().execute({ actor, method: 'totp' })
  if (setUp.method !== 'totp') throw new Error('An app was asked for')
  const app = new App(setUp.secret)
  const recoveryCodes = await new ConfirmSecondFactor().execute({ actor, code: app.next() })
  return { app, recoveryCodes }
}

/** Makes a session one that has proved itself long ago. */
export async function letProofAge({ sessionId }: TestActor) {
  await db
    .from('sessions')
    .where({ id: sessionId })
    .update({ proved_at: clock.now() - 301 * SECOND })
}

/**
 * A log-in whose password was right, without the time that comparing it takes.
 *
 * @returns the challenge of its second half
 */
export async function halfLogIn(
  { user }: TestActor,
  deviceToken: string | null = null
): Promise<string> {
  const present = await User.findOrFail(user.id)
  const origin = { ip: '127.0.0.1', userAgent: 'test', deviceToken }
  const terms = { transport: 'bearer' as const, origin }
  const begun = await write((trx) => beginLogIn(trx, present, terms))
  if (begun.kind !== 'second factor') throw new Error('No second factor was asked for')
  return begun.challenge
}
