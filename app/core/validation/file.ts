import vine from '@vinejs/vine'

/** ?variant= of every route that serves files. */
export const fileVariantValidator = vine.create({
  variant: vine.enum(['original', 'thumbnail'] as const).optional(),
})
