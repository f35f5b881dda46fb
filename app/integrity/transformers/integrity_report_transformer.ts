import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { IntegrityReport } from '#integrity/queries/check_integrity'

/** What a look at every invariant found; `duration` in ms. */
export default class IntegrityReportTransformer extends BaseTransformer<IntegrityReport> {
  toObject() {
    const { isSound, differences, invariants, checkedAt, duration } = this.resource
    return { isSound, differences, invariants, checkedAt: toIso(checkedAt), duration }
  }
}
