import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** A scheduler process; any number may run at once, each period fires once. */
export default class SchedulerRun extends BaseCommand {
  static commandName = 'scheduler:run'
  static description = 'Run scheduled tasks when they are due, until told to stop'
  static help = [
    'Any number may run at once: each period of a task fires once, and a crashed run is taken over',
    'within a minute. `{{ binaryName }} schedule:list` shows the tasks.',
  ]
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { Scheduler } = await import('#core/scheduler/scheduler')
    const { scheduledTasks } = await import('#start/scheduler')
    const scheduler = new Scheduler(scheduledTasks)
    this.app.terminating(() => scheduler.stop())
    scheduler.start()
    this.logger.info(`scheduler of ${scheduledTasks.length} tasks`)
  }
}
