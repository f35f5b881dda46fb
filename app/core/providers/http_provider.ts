import type { ApplicationService } from '@adonisjs/core/types'
import { closeMailer } from '#core/mail/mailer'

/** A process that was told to stop is gone after this long, whatever still holds it, in ms */
const LAST_MOMENT = 28_000

/** Sees to it that a stop ends, and closes what requests and jobs have opened. */
export default class HttpProvider {
  constructor(private app: ApplicationService) {}

  ready() {
    this.app.terminating(() => {
      setTimeout(() => process.exit(), LAST_MOMENT).unref()
    })
  }

  shutdown() {
    closeMailer()
  }
}
