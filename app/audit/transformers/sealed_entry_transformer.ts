import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ActionLogRow } from '#audit/queries/list_action_logs'
import ActionLogTransformer from '#audit/transformers/action_log_transformer'
import { toIso } from '#core/support/clock'

interface SealedEntry {
  entry: ActionLogRow
  seal: { id: number; hash: string; sealedAt: number } | null
}

/** One line of the audit trail with the seal that covers it. */
export default class SealedEntryTransformer extends BaseTransformer<SealedEntry> {
  toObject() {
    const { entry, seal } = this.resource
    return {
      ...new ActionLogTransformer(entry).toObject(),
      seal: seal && { id: seal.id, hash: seal.hash, sealedAt: toIso(seal.sealedAt) },
    }
  }
}
