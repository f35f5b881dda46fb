import vine from '@vinejs/vine'
import { line, pageFields } from '#core/validation/rules'
import { JOB_STATES } from '#operations/queries/list_jobs'
import { RUN_STATES } from '#operations/queries/list_schedule_runs'

export const listJobsValidator = vine.create({
  ...pageFields,
  state: vine.enum(JOB_STATES).optional(),
  queue: line(40).optional(),
  name: line(80).optional(),
})

export const listScheduleRunsValidator = vine.create({
  ...pageFields,
  task: line(80).optional(),
  state: vine.enum(RUN_STATES).optional(),
})

export const requestScheduleRunValidator = vine.create({
  task: line(80),
  period: line(32).optional(),
})
