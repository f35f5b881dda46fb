import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListSessions from '#auth/queries/list_sessions'
import SessionTransformer from '#auth/transformers/session_transformer'
import EndSessions from '#clients/actions/end_sessions'
import { customerById } from '#clients/queries/customer_by_id'
import db from '@adonisjs/lucid/services/db'

/** The devices on which a client or partner is logged in. */
@inject()
export default class CustomerSessionsController {
  constructor(
    private listSessions: ListSessions,
    private endSessions: EndSessions
  ) {}

  /** Live sessions, newest first; at most a hundred. */
  async index({ actor, params, serialize }: HttpContext) {
    const { id } = await customerById(db, params.customerId)
    const sessions = await this.listSessions.execute(id)
    return serialize(SessionTransformer.transform(sessions, actor!.sessionId))
  }

  /** End one of them. */
  async destroy({ actor, params, response }: HttpContext) {
    const { customerId, sessionId } = params
    await this.endSessions.execute({ actor: actor!, customerId, sessionId })
    response.status(204)
  }

  /** End all of them. */
  async clear({ actor, params, serialize }: HttpContext) {
    const { customerId } = params
    const ended = await this.endSessions.execute({ actor: actor!, customerId })
    return serialize({ ended })
  }
}
