import { TableWorker, type WorkerOptions } from '#core/queue/worker'

/** The worker of the configured driver. Bull's module is only loaded when it is wanted. */
export async function createWorker(driver: 'outbox' | 'bull', options: WorkerOptions = {}) {
  if (driver === 'outbox') return new TableWorker(options)
  const { BullWorker } = await import('#core/queue/bull_worker')
  return new BullWorker(options)
}
