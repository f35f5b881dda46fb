import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListActionLogs from '#audit/queries/list_action_logs'
import ActionLogTransformer from '#audit/transformers/action_log_transformer'
import { personActionLogsValidator } from '#audit/validators/action_log'

/** What concerns one client or partner. */
@inject()
export default class CustomerActionLogsController {
  constructor(private listActionLogs: ListActionLogs) {}

  /** What one client or partner did, and what was done to them or to what is theirs. */
  async index({ params, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(personActionLogsValidator)
    const { rows, meta } = await this.listActionLogs.ofCustomer(params.customerId, filters)
    return serializePage(ActionLogTransformer.transform(rows), meta)
  }
}
