import type { HttpContext } from '@adonisjs/core/http'
import { checkReadiness } from '#core/health/checks'
import { lifecycle } from '#core/support/lifecycle'

/** Probes for load balancers and people. */
export default class HealthController {
  /** Is the process alive? Answers whatever else is down. */
  live({ serialize }: HttpContext) {
    const uptime = Math.floor((Date.now() - lifecycle.startedAt) / 1000)
    return serialize({ status: 'up' as const, uptimeSeconds: uptime })
  }

  /** Can it serve? Database, queue and disk; 503 when one that it needs is not there. */
  async ready({ response, serialize }: HttpContext) {
    const report = await checkReadiness()
    if (report.status === 'down') response.status(503).header('Retry-After', '5')
    return serialize({ ...report })
  }
}
