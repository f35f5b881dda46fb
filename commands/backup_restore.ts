import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { RestoredBackup } from '#core/backup/restore_backup'
import type { IntegrityReport } from '#integrity/queries/check_integrity'

/** A backup becomes the database again, and is looked over before anybody uses it. */
export default class BackupRestore extends BaseCommand {
  static commandName = 'backup:restore'
  static description = 'Put a backup in the place of the database and the files, and check it'
  static help = [
    'Stop servers and workers first. The backup is compared with its hashes, migrated when it is',
    'older, accounts that were erased since are erased again, and the books are checked.',
    'With --force what was there is replaced: SQLite and files stay beside it as *.before-<time>.',
  ]
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Folder of the backup' })
  declare folder: string

  @flags.boolean({ description: 'Replace what is there' })
  declare force: boolean

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    const { restoreBackup } = await import('#core/backup/restore_backup')
    const { BackupRefused } = await import('#core/backup/errors')
    const { default: ReapplyErasures } = await import('#privacy/actions/reapply_erasures')
    const { default: LookAtBooks } = await import('#integrity/actions/look_at_books')
    try {
      const folder = this.app.makePath(this.folder)
      const restored = await restoreBackup(folder, { force: this.force })
      const erased = await new ReapplyErasures().execute()
      const report = await new LookAtBooks().execute()
      if (!report.isSound) this.exitCode = 1
      this.#tell(restored, erased, report)
      await this.#verifyAudit()
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error
      this.exitCode = 1
      this.logger.error(error.message)
    }
  }

  #tell(
    { manifest, migrated, isOurKey }: RestoredBackup,
    erased: string[],
    report: IntegrityReport
  ) {
    const wrong = report.invariants.filter(({ differences }) => differences > 0)
    if (this.json) {
      const integrity = wrong.map(({ name, differences }) => ({ name, differences }))
      const { takenAt } = manifest
      return this.logger.log(JSON.stringify({ takenAt, migrated, erased, integrity, isOurKey }))
    }
    this.logger.success(`restored as of ${manifest.takenAt}`)
    if (!isOurKey) this.logger.warning('APP_KEY is another one: what is encrypted cannot be read')
    this.logger.info(`${migrated.length} migrations ran, ${erased.length} accounts erased again`)
    this.logger.info(`integrity: ${report.differences} differences`)
    for (const { name, differences } of wrong) this.logger.error(`${name}: ${differences} wrong`)
  }

  /** The audit trail is checked by a command of its own. */
  async #verifyAudit() {
    if (!this.kernel.getCommand('audit:verify')) return
    const { exitCode } = await this.kernel.exec('audit:verify', [])
    if (exitCode) this.exitCode = exitCode
  }
}
