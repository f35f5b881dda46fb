import { BaseTransformer } from '@adonisjs/core/transformers'
import type { AuditVerification } from '#audit/queries/verify_audit'
import { sentenceOf } from '#audit/services/difference_texts'
import { toIso } from '#core/support/clock'

/** Whether a stretch of the audit trail is as it was sealed. */
export default class AuditVerificationTransformer extends BaseTransformer<AuditVerification> {
  toObject() {
    const report = this.resource
    return {
      isSound: report.isSound,
      differenceCount: report.differenceCount,
      differences: report.differences.map((difference) => ({
        kind: difference.kind,
        sealId: difference.sealId,
        entryId: difference.entryId === null ? null : String(difference.entryId),
        message: sentenceOf(difference),
      })),
      seals: report.seals,
      entries: report.entries,
      redacted: report.redacted,
      otherKey: report.otherKey,
      unsealed: {
        entries: report.unsealed.entries,
        oldest: toIso(report.unsealed.oldest),
      },
      lastSeal: report.lastSeal && {
        id: report.lastSeal.id,
        hash: report.lastSeal.hash,
        sealedAt: toIso(report.lastSeal.sealedAt),
      },
      nextSeal: report.nextSeal,
    }
  }
}
