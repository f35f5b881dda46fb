import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Brings the database up to date; safe on several machines at once. */
export default class DbMigrate extends BaseCommand {
  static commandName = 'db:migrate'
  static description = 'Run the migrations that are missing and fill in the reference data'
  static help = [
    'Safe to run again, and from several machines at once: they take turns. Use it instead of',
    'migration:run, whose lock does not hold on MySQL. It never writes demo data.',
  ]
  static options: CommandOptions = { startApp: true }

  async run() {
    const { migrate } = await import('#core/database/migrate')
    const { seed } = await import('#database/seeders/seed')
    const ran = await migrate()
    await seed({ withDemo: false })
    for (const name of ran) this.logger.success(name)
    this.logger.info(
      ran.length === 0 ? 'the database is up to date' : `${ran.length} migrations ran`
    )
  }
}
