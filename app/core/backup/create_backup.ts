import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import { databaseCopies } from '#core/backup/database_copies'
import { copyFiles, isLocal, storageFolder } from '#core/backup/file_copies'
import {
  FILES,
  flush,
  hashOfFile,
  keyId,
  MANIFEST,
  ranMigrations,
  SUMS,
  type Manifest,
} from '#core/backup/manifest'
import { clock } from '#core/support/clock'

export interface CreatedBackup extends Manifest {
  path: string
}

/**
 * Backs up the live database and the storage into a new folder below `target`. It appears under its
 * name once it is whole. The database comes first: each file that it knows of is there by then.
 *
 * @throws BackupRefused when a tool is missing or fails; nothing is left then
 */
export async function createBackup(target: string): Promise<CreatedBackup> {
  const now = new Date(clock.now())
  const name = `souk-${now.toISOString().replace(/[:.]/g, '-')}`
  const [path, partial] = [join(target, name), join(target, `.${name}.partial`)]
  await mkdir(partial, { recursive: true, mode: 0o700 })
  try {
    const manifest = await fill(partial, now)
    await flush(partial)
    await rename(partial, path)
    await flush(target)
    return { ...manifest, path }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

async function fill(folder: string, now: Date): Promise<Manifest> {
  const migrations = await ranMigrations()
  const { dump, copyTo } = databaseCopies()
  await copyTo(join(folder, dump))
  const sums = [`${await hashOfFile(join(folder, dump))}  ${dump}`]
  let files: number | null = null
  if (isLocal()) {
    files = 0
    for await (const file of copyFiles(storageFolder(), join(folder, FILES))) {
      sums.push(`${file.hash}  ${FILES}/${file.name}`)
      files++
    }
  }
  await writeFile(join(folder, SUMS), `${sums.join('\n')}\n`, { flush: true })
  const manifest: Manifest = {
    format: 1,
    database: env.get('DB_CONNECTION'),
    dump,
    takenAt: now.toISOString(),
    migrations,
    files,
    keyId: keyId(),
    sums: await hashOfFile(join(folder, SUMS)),
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await writeFile(join(folder, MANIFEST), text, { flush: true })
  return manifest
}
