import { DomainError } from '#core/exceptions/domain_error'

/** A retry was asked for a job that waits, runs or is done: only a failed one can be retried. */
export class JobNotFailed extends DomainError {
  static status = 409
  static code = 'E_JOB_NOT_FAILED'
  static message = 'Only a failed job can be retried'
}

/** This task has run for that period, or is about to; a failed run alone may be asked for again. */
export class ScheduleRunExists extends DomainError {
  static status = 409
  static code = 'E_SCHEDULE_RUN_EXISTS'
  static message = 'This task has a run for that period already'
}
