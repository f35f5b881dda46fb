import vine from '@vinejs/vine'
import { id, line, moment, pageFields } from '#core/validation/rules'

export const listActionLogsValidator = vine.create({
  ...pageFields,
  actorId: id('user').optional(),
  action: line(80).optional(),
  subjectId: line(64).optional(),
  since: moment().optional(),
  until: moment().optional(),
})
