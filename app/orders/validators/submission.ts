import vine from '@vinejs/vine'
import { paragraph } from '#core/validation/rules'

/** The fields beside the files. */
export const submitWorkValidator = vine.create({
  note: paragraph(5000).optional(),
  links: vine
    .array(
      vine
        .string()
        .trim()
        .maxLength(2000)
        .url({ protocols: ['http', 'https'], require_protocol: true })
    )
    .maxLength(10)
    .optional(),
})

export const answerSubmissionValidator = vine.create({
  decision: vine.enum(['approve', 'revise'] as const),
  feedback: paragraph(5000).optional(),
})
