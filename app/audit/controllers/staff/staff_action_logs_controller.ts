import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListActionLogs from '#audit/queries/list_action_logs'
import ActionLogTransformer from '#audit/transformers/action_log_transformer'
import { personActionLogsValidator } from '#audit/validators/action_log'

/** What one member of staff did. */
@inject()
export default class StaffActionLogsController {
  constructor(private listActionLogs: ListActionLogs) {}

  /** What one member of staff did, newest first; the same filters. */
  async index({ params, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(personActionLogsValidator)
    const { rows, meta } = await this.listActionLogs.byStaff(params.adminId, filters)
    return serializePage(ActionLogTransformer.transform(rows), meta)
  }
}
