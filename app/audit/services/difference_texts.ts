import type { Difference } from '#audit/queries/verify_audit'

/** One difference in a sentence, for people. */
export function sentenceOf({ kind, sealId, entryId }: Difference): string {
  const entry = `line ${entryId} (seal ${sealId})`
  switch (kind) {
    case 'entry_changed':
      return `${entry} was changed`
    case 'entry_removed':
      return `${entry} was removed`
    case 'entry_inserted':
      return `${entry} was put in after it was sealed`
    case 'entry_erased':
      return `${entry} lost its words without an erasure of anybody in it`
    case 'seal_changed':
      return `seal ${sealId} was changed, or the one before it`
    case 'seal_removed':
      return `seal ${sealId} was removed`
    case 'seal_forged':
      return `seal ${sealId} was not made by this server`
  }
}
