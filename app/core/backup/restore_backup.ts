import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { databaseCopies } from '#core/backup/database_copies'
import { BackupRefused } from '#core/backup/errors'
import { isLocal, isStorageEmpty, restoreFiles } from '#core/backup/file_copies'
import { FILES, isKnownKey, readManifest, verifySums, type Manifest } from '#core/backup/manifest'
import { migrate } from '#core/database/migrate'
import { clock } from '#core/support/clock'

export interface RestoredBackup {
  manifest: Manifest
  /** migrations that are younger than the backup and were run on it */
  migrated: string[]
  /** what is encrypted in it can be read */
  isOurKey: boolean
}

/**
 * Puts a backup in the place of the database and the storage, after every one of its files was
 * compared with its hash. Servers and workers must be stopped.
 *
 * @throws BackupRefused when something is there already (unless forced), when the backup is broken,
 * of another kind of database, or of a newer Souk; nothing was changed then
 */
export async function restoreBackup(
  folder: string,
  { force = false }: { force?: boolean } = {}
): Promise<RestoredBackup> {
  const manifest = await readManifest(folder)
  await assertKnown(manifest)
  await verifySums(folder, manifest)
  const copies = databaseCopies(manifest.database)
  const hasFiles = manifest.files !== null && isLocal()
  const isFree = (await copies.isEmpty()) && (!hasFiles || (await isStorageEmpty()))
  if (!isFree && !force)
    throw new BackupRefused(
      'There is a database or a storage already: --force puts the backup in its place'
    )
  const stamp = new Date(clock.now()).toISOString().replace(/[:.]/g, '-')
  await copies.restoreFrom(join(folder, manifest.dump), stamp)
  if (hasFiles) await restoreFiles(join(folder, FILES), stamp)
  return { manifest, migrated: await migrate(), isOurKey: isKnownKey(manifest.keyId) }
}

/** An older Souk must not run on a newer database. */
async function assertKnown({ migrations }: Manifest) {
  const files = await readdir(app.makePath('database/migrations'))
  const known = new Set(files.map((file) => basename(file).replace(/\.[jt]s$/, '')))
  const unknown = migrations.filter((name) => !known.has(basename(name)))
  if (unknown.length > 0)
    throw new BackupRefused(`The backup is of a newer Souk: it has ${unknown.join(', ')}`)
}
