/*
 * The commission rules, kept in memory because every basket is priced by them.
 */
import db from '@adonisjs/lucid/services/db'
import { ReferenceData } from '#core/database/reference_data'
import { currentTransaction } from '#core/database/write'
import type { CommissionRule, CommissionRules } from '#ledger/services/commission'

export const COMMISSION_RULES = 'commission_rules'

const data = new ReferenceData<CommissionRules>(COMMISSION_RULES, async (version) => {
  const rows = await (currentTransaction() ?? db).from('commission_rules').orderBy('position')
  return { version, rules: rows.map(ruleOf) }
})

/** The rules in their order, at most two seconds old. Works inside a transaction too. */
export function commissionRules(): Promise<CommissionRules> {
  return data.get()
}

/** The rules as the running transaction sees them, whatever is remembered. */
export function readCommissionRules(): Promise<CommissionRules> {
  return data.read()
}

/** Makes this process look again at once; the others follow within two seconds. */
export function forgetCommissionRules() {
  data.forget()
}

function ruleOf(row: Record<string, any>): CommissionRule {
  return {
    name: row.name,
    partnerId: row.partner_id || null,
    categoryId: row.category_id || null,
    listingKind: row.listing_kind || null,
    bps: row.bps,
  }
}
