import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** For databases that were put back by other means than backup:restore. */
export default class PrivacyReapply extends BaseCommand {
  static commandName = 'privacy:reapply'
  static description = 'Erase again the accounts that were erased after a restored backup was made'
  static help = [
    'Reads the list of erasures in the storage, which no backup of the database takes back.',
    'backup:restore does this by itself. Running it again changes nothing.',
  ]
  static options: CommandOptions = { startApp: true }

  async run() {
    const { default: ReapplyErasures } = await import('#privacy/actions/reapply_erasures')
    const erased = await new ReapplyErasures().execute()
    for (const userId of erased) this.logger.success(userId)
    this.logger.info(`${erased.length} accounts erased again`)
  }
}
