import env from '#start/env'
import { BaseTransformer } from '@adonisjs/core/transformers'
import type { CommissionRules } from '#ledger/services/commission'

/** The commission rules in their order, and what holds when none of them does. */
export default class CommissionRulesTransformer extends BaseTransformer<CommissionRules> {
  toObject() {
    const { version, rules } = this.resource
    return { version, rules, defaultBps: env.get('COMMISSION_BPS') }
  }
}
