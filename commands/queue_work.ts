import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import env from '#start/env'

/** A worker process; any number may run at once. */
export default class QueueWork extends BaseCommand {
  static commandName = 'queue:work'
  static description = 'Run background jobs until told to stop'
  static help = [
    'Takes jobs by the driver that QUEUE_DRIVER names: "outbox" reads the table, "bull" is handed',
    'them by Redis (and reads the table while Redis is away). SIGTERM ends it: running jobs finish.',
    '',
    '{{ binaryName }} queue:work',
    '{{ binaryName }} queue:work --queues=mail --concurrency=20',
  ]
  static options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.array({ description: 'Only jobs of these queues, separated by commas' })
  declare queues?: string[]

  @flags.number({ description: 'How many jobs at a time', default: 5 })
  declare concurrency: number

  async run() {
    const { queueNames } = await import('#core/outbox/registry')
    const { createWorker } = await import('#core/queue/create_worker')
    const known = await queueNames()
    const queues = (this.queues ?? []).flatMap((names) => names.split(',')).filter(Boolean)
    const unknown = queues.find((name) => !known.includes(name))
    if (unknown)
      return this.#refuse(`There is no queue "${unknown}": there are ${known.join(', ')}`)
    if (!Number.isInteger(this.concurrency) || this.concurrency < 1 || this.concurrency > 100)
      return this.#refuse('--concurrency must be a whole number from 1 to 100')

    const driver = env.get('QUEUE_DRIVER')
    const worker = await createWorker(driver, { queues, concurrency: this.concurrency })
    this.app.terminating(() => worker.stop())
    await worker.start()
    const which = queues.length > 0 ? queues.join(', ') : 'every queue'
    this.logger.info(`worker of ${which} (${driver}), ${this.concurrency} jobs at a time`)
  }

  async #refuse(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
    await this.terminate()
  }
}
