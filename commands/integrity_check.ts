import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Whether the books are sound, recomputed. */
export default class IntegrityCheck extends BaseCommand {
  static commandName = 'integrity:check'
  static description =
    'Recompute every invariant of money, stock and orders; exit 1 on a difference'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    const { default: LookAtBooks } = await import('#integrity/actions/look_at_books')
    const report = await new LookAtBooks().execute()
    if (!report.isSound) this.exitCode = 1
    if (this.json) return this.logger.log(JSON.stringify(report, null, 2))
    for (const { name, claim, differences, examples } of report.invariants) {
      if (differences === 0) {
        this.logger.log(`${this.colors.green('ok')}  ${name}`)
        continue
      }
      this.logger.log(`${this.colors.red(`${differences} wrong`)}  ${name}: ${claim}`)
      for (const { id, found, expected } of examples)
        this.logger.log(`      ${id}: ${found} instead of ${expected}`)
    }
    const seconds = (report.duration / 1000).toFixed(1)
    this.logger.log(`${report.differences} differences, ${seconds} s`)
  }
}
