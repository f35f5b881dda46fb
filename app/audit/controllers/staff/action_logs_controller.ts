import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListActionLogs from '#audit/queries/list_action_logs'
import ActionLogTransformer from '#audit/transformers/action_log_transformer'
import { listActionLogsValidator } from '#audit/validators/action_log'

/** Who did what, when, from where. */
@inject()
export default class ActionLogsController {
  constructor(private listActionLogs: ListActionLogs) {}

  /** The audit trail, newest first; by actor, action, subject and time. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listActionLogsValidator)
    const { rows, meta } = await this.listActionLogs.execute(filters)
    return serializePage(ActionLogTransformer.transform(rows), meta)
  }
}
