import vine from '@vinejs/vine'
import { pageFields } from '#core/validation/rules'

export const feedValidator = vine.create({ ...pageFields, unread: vine.boolean().optional() })

export const messagesValidator = vine.create({ ...pageFields })
