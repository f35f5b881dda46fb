import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { raiseVersion } from '#core/database/reference_versions'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import { CommissionRulesStale } from '#ledger/errors'
import {
  COMMISSION_RULES,
  forgetCommissionRules,
  readCommissionRules,
} from '#ledger/queries/commission_rules'
import type { CommissionRule, CommissionRules } from '#ledger/services/commission'

/** A condition that is left out is none. */
export type RuleInput = Pick<CommissionRule, 'name' | 'bps'> & Partial<CommissionRule>

export interface ReplaceRulesInput {
  actor: Actor
  /** the version that the caller has read */
  version: number
  rules: RuleInput[]
}

/** Replaces the whole list of commission rules; sales from now on are made by it. */
export default class ReplaceCommissionRules {
  /**
   * @throws CommissionRulesStale when the rules are not those that the caller has read
   * @throws InvalidField for a partner or category that does not exist: a rule that cannot be told
   *   whom it is for is refused, never widened
   */
  async execute({ actor, version, ...input }: ReplaceRulesInput): Promise<CommissionRules> {
    const rules = input.rules.map(completed)
    return write(async (trx) => {
      await raiseVersion(trx, COMMISSION_RULES) // from here on the rules are ours
      const before = await readCommissionRules()
      if (before.version - 1 !== version) throw new CommissionRulesStale(before.version - 1)
      await assertKnown(trx, 'categories', 'categoryId', rules)
      await assertKnown(trx, 'partners', 'partnerId', rules)
      await trx.from('commission_rules').delete()
      const now = clock.now()
      const rows = rules.map((rule, position) => rowOf(rule, position, now))
      if (rows.length > 0) await trx.insertQuery().table('commission_rules').multiInsert(rows)
      await recordAudit(trx, {
        actor,
        action: 'commission_rules.replaced',
        subject: { type: 'commission_rules', id: String(before.version) },
        before: { rules: before.rules },
        after: { rules },
      })
      trx.after('commit', forgetCommissionRules)
      return readCommissionRules()
    })
  }
}

function completed(rule: RuleInput): CommissionRule {
  return { partnerId: null, categoryId: null, listingKind: null, ...rule }
}

/** Locked, in the order of their ids, so that none is deleted before this commits. */
async function assertKnown(
  trx: Transaction,
  table: 'categories' | 'partners',
  field: 'categoryId' | 'partnerId',
  rules: CommissionRule[]
) {
  const ids = rules.map((rule) => rule[field]).filter((id) => id !== null)
  const rows = await trx.from(table).whereIn('id', ids).orderBy('id').forUpdate().select('id')
  const known = new Set(rows.map((row) => row.id))
  const at = rules.findIndex((rule) => rule[field] !== null && !known.has(rule[field]))
  if (at >= 0) throw new InvalidField(`rules.${at}.${field}`, 'exists', 'It names nothing there is')
}

function rowOf(rule: CommissionRule, position: number, now: number) {
  return {
    position,
    name: rule.name,
    partner_id: rule.partnerId ?? '',
    category_id: rule.categoryId ?? '',
    listing_kind: rule.listingKind ?? '',
    bps: rule.bps,
    created_at: now,
  }
}
