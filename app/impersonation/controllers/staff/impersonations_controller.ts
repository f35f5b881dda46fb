import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toIso } from '#core/support/clock'
import StartImpersonation from '#impersonation/actions/start_impersonation'
import { startValidator } from '#impersonation/validators/impersonation'

/** Looking through the eyes of a client or a partner. */
@inject()
export default class ImpersonationsController {
  constructor(private startImpersonation: StartImpersonation) {}

  /** Begin to look; the token goes into `X-Impersonation-Token`, and is shown this once. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(startValidator)
    const { id, token, expiresAt, client } = await this.startImpersonation.execute({
      actor: actor!,
      ...payload,
    })
    response.status(201)
    return serialize({
      sessionId: id,
      impersonationToken: token,
      expiresAt: toIso(expiresAt),
      customer: { id: client.id, name: client.name, role: client.role },
    })
  }
}
