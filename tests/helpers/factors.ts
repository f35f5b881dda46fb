import { Secret, TOTP } from 'otpauth'
import db from '@adonisjs/lucid/services/db'
import ConfirmSecondFactor from '#auth/actions/confirm_second_factor'
import StartSecondFactor from '#auth/actions/start_second_factor'
import { clock, SECOND } from '#core/support/clock'
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
