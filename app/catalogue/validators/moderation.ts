import vine from '@vinejs/vine'
import { paragraph } from '#core/validation/rules'

/** A partner is told why something of theirs is hidden. */
export const moderationValidator = vine.create({
  decision: vine.enum(['approve', 'hide', 'reinstate'] as const),
  reason: paragraph(2000).minLength(1).optional().requiredWhen('decision', '=', 'hide'),
})

export const featureValidator = vine.create({
  featured: vine.boolean({ strict: true }),
})
