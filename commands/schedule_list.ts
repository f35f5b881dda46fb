import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** What runs by itself, and how it went last. */
export default class ScheduleList extends BaseCommand {
  static commandName = 'schedule:list'
  static description = 'Show the scheduled tasks, when they are due, and how they went last'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    const { default: ListTasks } = await import('#operations/queries/list_tasks')
    const tasks = await (await this.app.container.make(ListTasks)).execute()
    if (this.json) return this.logger.log(JSON.stringify(tasks, null, 2))
    const table = this.ui.table().head(['Task', 'Runs', 'Next', 'Last', 'State'])
    for (const { name, schedule, nextRunAt, lastRun } of tasks)
      table.row([name, schedule, nextRunAt, lastRun?.period ?? '-', lastRun?.state ?? '-'])
    table.render()
  }
}
