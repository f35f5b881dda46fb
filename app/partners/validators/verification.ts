import vine from '@vinejs/vine'
import { pageFields, paragraph } from '#core/validation/rules'
import { DOCUMENT_KINDS } from '#partners/models/verification_document'

/** The fields beside the files: one kind for each document, in the same order. */
export const submitVerificationValidator = vine.create({
  note: paragraph(2000).optional(),
  kinds: vine.array(vine.enum(DOCUMENT_KINDS)).minLength(1).maxLength(6),
})

export const listVerificationsValidator = vine.create({
  ...pageFields,
  status: vine
    .enum(['submitted', 'approved', 'rejected', 'suspended'] as const)
    // the original documents call those that wait for a verdict pending
    .parse((value) => (value === undefined || value === 'pending' ? 'submitted' : value)),
})

export const verdictValidator = vine.create({
  decision: vine.enum(['approve', 'reject'] as const),
  reason: paragraph(2000).minLength(1).optional().requiredWhen('decision', '=', 'reject'),
})

export const featureValidator = vine.create({
  featured: vine.boolean({ strict: true }),
})
