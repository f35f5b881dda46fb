import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ImpersonationRow } from '#impersonation/queries/impersonation_rows'
import { lookFacts } from '#impersonation/transformers/impersonation_transformer'

/** A look at an account, as its owner sees it: who, when, why, how much. */
export default class OwnImpersonationTransformer extends BaseTransformer<ImpersonationRow> {
  toObject() {
    const row = this.resource
    return { id: row.id, staff: { name: row.staff_name, role: row.staff_role }, ...lookFacts(row) }
  }
}
