import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** After a change of APP_KEY: nothing in the database needs the old one any more. */
export default class SecretsReencrypt extends BaseCommand {
  static commandName = 'secrets:reencrypt'
  static description = 'Encrypt with APP_KEY what the keys of APP_PREVIOUS_KEYS have encrypted'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { reencrypt, SEALED_COLUMNS } = await import('#core/support/sealed_columns')
    for (const column of SEALED_COLUMNS) {
      const { changed, unreadable } = await reencrypt(column)
      const lost = unreadable > 0 ? `, ${unreadable} that no key opens` : ''
      this.logger.log(`${column}: ${changed} changed${lost}`)
      if (unreadable > 0) this.exitCode = 1
    }
  }
}
