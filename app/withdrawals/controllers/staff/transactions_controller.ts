import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListStatement from '#withdrawals/queries/list_statement'
import StatementEntryTransformer from '#withdrawals/transformers/statement_entry_transformer'
import { statementValidator } from '#withdrawals/validators/withdrawal'

/** What happened to any partner's money, for staff. */
@inject()
export default class TransactionsController {
  constructor(private listStatement: ListStatement) {}

  /** Every movement of a partner's money, newest first. */
  async index({ params, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(statementValidator)
    const page = await this.listStatement.of(params.partnerId, filters)
    return serializePage(StatementEntryTransformer.transform(page.rows), page.meta)
  }
}
