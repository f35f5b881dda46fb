import vine from '@vinejs/vine'
import { id, line, moment, pageFields } from '#core/validation/rules'

const filters = {
  ...pageFields,
  action: vine
    .string()
    .maxLength(80)
    .regex(/^(\w+\.\*|\w+(\.\w+)*)$/)
    .optional(),
  subjectId: line(64).optional(),
  subjectType: line(40).optional(),
  impersonatorId: id('user').optional(),
  ip: vine
    .string()
    .maxLength(45)
    .regex(/^[\da-fA-F.:]+$/)
    .optional(),
  requestId: line(128).optional(),
  q: line(100).optional(),
  since: moment().optional(),
  until: moment().optional(),
}

export const listActionLogsValidator = vine.create({
  ...filters,
  actorId: id('user').optional(),
  personId: id('user').optional(),
})

/** The list of one person, who stands in the path. */
export const personActionLogsValidator = vine.create(filters)

export const verificationValidator = vine.create({
  /** the meta of the answer before */
  afterSeal: vine.number().withoutDecimals().min(0).max(2_147_483_647).optional(),
})
