import vine from '@vinejs/vine'

export const deviceValidator = vine.create({
  platform: vine.enum(['ios', 'android', 'web'] as const),
  pushToken: vine
    .string()
    .maxLength(255)
    .regex(/^[\x21-\x7e]{8,255}$/),
})
