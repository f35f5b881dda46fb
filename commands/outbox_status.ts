import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** How far the jobs are, at a glance. */
export default class OutboxStatus extends BaseCommand {
  static commandName = 'outbox:status'
  static description = 'Show how many jobs of each queue wait, run, are delayed, or have failed'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  @flags.boolean({ description: 'Exit with 1 when a job has failed for good' })
  declare strict: boolean

  async run() {
    const { countQueues } = await import('#operations/queries/list_jobs')
    const queues = await countQueues()
    if (this.strict && queues.some(({ failed }) => failed > 0)) this.exitCode = 1
    if (this.json) return this.logger.log(JSON.stringify(queues, null, 2))
    if (queues.length === 0) return this.logger.success('no job is waiting, running or failed')
    const table = this.ui.table().head(['Queue', 'Waiting', 'Active', 'Delayed', 'Failed'])
    for (const { queue, waiting, active, delayed, failed } of queues)
      table.row([queue, ...[waiting, active, delayed, failed].map(String)])
    table.render()
  }
}
