import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListStatement from '#withdrawals/queries/list_statement'
import StatementEntryTransformer from '#withdrawals/transformers/statement_entry_transformer'
import { statementValidator } from '#withdrawals/validators/withdrawal'

/** What happened to the money of the partner who asks. */
@inject()
export default class TransactionsController {
  constructor(private listStatement: ListStatement) {}

  /** Every movement of own money, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(statementValidator)
    const page = await this.listStatement.own(actor!, filters)
    return serializePage(StatementEntryTransformer.transform(page.rows), page.meta)
  }
}
