import { write, type Transaction } from '#core/database/write'

/** What a running job knows about its own delivery. */
export interface Delivery {
  id: string
  /** 1 on the first try; counted when the job is claimed, so a crash counts too */
  attempt: number
  /** X-Request-Id of the request that caused it, for the logs */
  requestId: string | null
  /**
   * Marks the delivery as done inside the job's own transaction, so that its effect and the mark
   * commit together. Fails when the lease was lost to another worker meanwhile.
   */
  finish(trx: Transaction): Promise<void>
}

/** The queue of jobs that somebody is waiting for: workers take them before all others. */
export const URGENT = 'urgent'

/**
 * Work that leaves a transaction through the outbox. A job takes ids, reloads and re-checks, calls
 * one action, and may run twice. Files are `jobs/<what_it_does>_job.ts`; its name is
 * `<domain>.<what_it_does>` (core/outbox/registry.ts).
 *
 * Subclass it directly only for work outside the database (a mail, a push); the worker then marks
 * the delivery after `handle` returns, and the outside world may see the effect twice after a
 * crash. For database work take TransactionalJob.
 */
export abstract class Job<Payload extends object = object> {
  /** which workers take it: `node ace queue:work --queues=default,mail` */
  static queue = 'default'
  /** tries before it is put aside as dead, visible in GET /admin/jobs */
  static maxAttempts = 15

  /** Asked before a listener's job is written: false saves one that would find nothing to do. */
  static isWanted(_event: object): boolean {
    return true
  }

  abstract handle(payload: Payload, delivery: Delivery): Promise<void>
}

/** A job whose whole effect is rows: effect and done-mark commit together, exactly once. */
export abstract class TransactionalJob<Payload extends object = object> extends Job<Payload> {
  abstract run(payload: Payload, trx: Transaction): Promise<void>

  async handle(payload: Payload, delivery: Delivery) {
    await write(async (trx) => {
      await this.run(payload, trx)
      await delivery.finish(trx)
    })
  }
}

export type JobClass<Payload extends object = any> = (new () => Job<Payload>) & {
  queue: string
  maxAttempts: number
  isWanted(event: object): boolean
}

/**
 * A fact, stored as JSON: ids and scalars only. Files are `events/<noun>_<past_participle>.ts`; who
 * reacts to it stands in start/events.ts. Listeners are jobs, in `listeners/<what_they_do>.ts`.
 */
export abstract class DomainEvent {
  /** `<domain>.<noun>_<past_participle>`, stable for ever */
  static eventName: string
}
