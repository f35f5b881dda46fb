/*
 * What a backup says about itself. Its folder holds:
 *
 *   manifest.json      this, and the hash of SHA256SUMS
 *   SHA256SUMS         the hash of every other file, as `sha256sum -c` reads it
 *   database.sqlite3   or database.sql
 *   files/             the storage, when it is a local folder
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { BackupRefused } from '#core/backup/errors'
import { appKeyId, appKeys } from '#core/support/app_keys'

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
export const FILES = 'files'

export interface Manifest {
  format: 1
  database: 'sqlite' | 'mysql'
  /** the file in the folder */
  dump: string
  /** ISO 8601: everything committed before is in it, nothing after the database was copied */
  takenAt: string
  /** names of the migrations that had run */
  migrations: string[]
  /** how many files of the storage; null when they are in a bucket, which is backed up on its own */
  files: number | null
  /** which APP_KEY: what is encrypted can be read with no other */
  keyId: string
  /** of SHA256SUMS */
  sums: string
}

/** The key that encrypts now. */
export const keyId = () => appKeyId(appKeys()[0])

/** Whether what was encrypted under this key can be read here. */
export const isKnownKey = (id: string) => appKeys().some((key) => appKeyId(key) === id)

export async function ranMigrations(): Promise<string[]> {
  const rows = await db.from('adonis_schema').orderBy('id').select('name')
  return rows.map(({ name }) => name)
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Makes sure that a file (or the entries of a folder) survives a power cut. */
export async function flush(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** @throws BackupRefused for a folder that is no backup, or not of this kind */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupRefused(`${folder} is no backup: it has no ${MANIFEST}`)
  })
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1)
    throw new BackupRefused(`${folder} was made by a newer Souk (format ${manifest.format})`)
  const here = env.get('DB_CONNECTION')
  if (manifest.database !== here)
    throw new BackupRefused(`The backup is of ${manifest.database}, DB_CONNECTION is ${here}`)
  return manifest
}

/** Reads every file of a backup and compares. @throws BackupRefused naming the first that is wrong */
export async function verifySums(folder: string, manifest: Manifest) {
  const sums = join(folder, SUMS)
  if ((await hashOfFile(sums)) !== manifest.sums) throw new BackupRefused(`${SUMS} was changed`)
  for (const line of (await readFile(sums, 'utf8')).split('\n').filter(Boolean)) {
    const [hash, name] = [line.slice(0, 64), line.slice(66)]
    const found = await hashOfFile(join(folder, name)).catch(() => null)
    if (found !== hash)
      throw new BackupRefused(
        `${name} ${found ? 'was changed' : 'is missing'}: the backup is broken`
      )
  }
}
