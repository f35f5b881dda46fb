import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** A copy of everything, while the servers go on. */
export default class BackupCreate extends BaseCommand {
  static commandName = 'backup:create'
  static description = 'Back up the live database and the files, as of one moment'
  static help = [
    'SQLite is copied by itself; MariaDB and MySQL by mariadb-dump or mysqldump, which must be on',
    'the PATH. Files in a bucket are not part of it. Keep APP_KEY with the backup.',
  ]
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Folder that the backup is put into', default: 'tmp/backups' })
  declare to: string

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    const { createBackup } = await import('#core/backup/create_backup')
    const { BackupRefused } = await import('#core/backup/errors')
    try {
      const backup = await createBackup(this.app.makePath(this.to))
      if (this.json) return this.logger.log(JSON.stringify(backup))
      const files = backup.files === null ? 'files are in the bucket' : `${backup.files} files`
      this.logger.success(`${backup.path}: ${backup.dump}, ${files}`)
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error
      this.exitCode = 1
      this.logger.error(error.message)
    }
  }
}
