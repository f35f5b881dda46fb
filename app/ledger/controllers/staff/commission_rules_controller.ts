import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReplaceCommissionRules from '#ledger/actions/replace_commission_rules'
import { readCommissionRules } from '#ledger/queries/commission_rules'
import CommissionRulesTransformer from '#ledger/transformers/commission_rules_transformer'
import { commissionRulesValidator } from '#ledger/validators/commission_rule'

/** What the platform keeps of a sale. */
@inject()
export default class CommissionRulesController {
  constructor(private replaceCommissionRules: ReplaceCommissionRules) {}

  /** The rules in the order in which they are tried; the first that holds decides. */
  async index({ serialize }: HttpContext) {
    return serialize(CommissionRulesTransformer.transform(await readCommissionRules()))
  }

  /** Replace all rules; `version` is that of the rules that were read. */
  async update({ actor, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(commissionRulesValidator)
    const rules = await this.replaceCommissionRules.execute({ actor: actor!, ...payload })
    return serialize(CommissionRulesTransformer.transform(rules))
  }
}
