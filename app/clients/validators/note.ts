import vine from '@vinejs/vine'
import { pageFields } from '#core/validation/rules'

const body = () => vine.string().trim().minLength(1).maxLength(5000)

export const listNotesValidator = vine.create({ ...pageFields })

export const newNoteValidator = vine.create({
  body: body(),
  isPinned: vine.boolean({ strict: true }).optional(),
})

export const noteChangesValidator = vine.create({
  body: body().optional(),
  isPinned: vine.boolean({ strict: true }).optional(),
})
