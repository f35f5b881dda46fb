import { setTimeout as sleep } from 'node:timers/promises'
import type { ApplicationService } from '@adonisjs/core/types'
import { lifecycle } from '#core/support/lifecycle'

/** time for load balancers to see the readiness probe fail before the server stops listening, ms */
const NOTICE = 3_000

/** A stop begins with saying so: the readiness probe answers 503 first, then connections close. */
export default class HttpProvider {
  constructor(app: ApplicationService) {
    app.terminating(async () => {
      lifecycle.isStopping = true
      if (app.inProduction && app.getEnvironment() === 'web') await sleep(NOTICE)
    })
  }

  async shutdown() {
    const { closeMailer } = await import('#core/mail/mailer')
    closeMailer()
  }
}
