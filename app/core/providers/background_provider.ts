import env from '#start/env'
import type { ApplicationService } from '@adonisjs/core/types'

interface Background {
  start(): void | Promise<void>
  stop(): Promise<void>
}

/**
 * What a server process runs beside its requests: in the embedded form the worker and the schedule,
 * with Bull the producer that pushes jobs to Redis. Only in a process that really serves.
 */
export default class BackgroundProvider {
  #running: Background[] = []
  #stopping?: Promise<unknown>

  constructor(private app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    this.app.terminating(() => this.#stop())
    const usesBull = env.get('QUEUE_DRIVER') === 'bull'
    const all: Background[] = usesBull ? [await producer()] : []
    if (runsJobsHere(usesBull)) all.push(...(await workerAndSchedule(usesBull)))
    for (const background of all) await this.#start(background)
  }

  /** The server listens by now, so the order to stop may come at any moment. */
  async #start(background: Background) {
    if (this.app.isTerminating || this.app.isTerminated) return
    await background.start()
    if (this.#stopping) await background.stop()
    else this.#running.push(background)
  }

  async shutdown() {
    await this.#stopping
  }

  /** Begins to stop at once, while the server still answers its last requests. */
  #stop() {
    this.#stopping = Promise.all(this.#running.map((background) => background.stop()))
  }
}

function runsJobsHere(usesBull: boolean): boolean {
  const wish = env.get('WORKER_IN_SERVER')
  return wish === 'yes' || (wish === 'auto' && !usesBull)
}

async function producer(): Promise<Background> {
  const { BullProducer } = await import('#core/queue/bull_worker')
  return new BullProducer()
}

async function workerAndSchedule(usesBull: boolean): Promise<Background[]> {
  const { createWorker } = await import('#core/queue/create_worker')
  const { Scheduler } = await import('#core/scheduler/scheduler')
  const { scheduledTasks } = await import('#start/scheduler')
  return [await createWorker(usesBull ? 'bull' : 'outbox'), new Scheduler(scheduledTasks)]
}
