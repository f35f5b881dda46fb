/*
 * Copies of the storage folder, hashed while they are written.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, rename } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import env from '#start/env'
import app from '@adonisjs/core/services/app'

/** uploads that are still arriving */
const INCOMING = '.incoming'
/** who was erased: only ever added to, so a restore joins both lists (app/privacy) */
const APPEND_ONLY = 'erasures'

export const storageFolder = () => app.makePath(env.get('DRIVE_ROOT'))

/** Is the storage a folder of this machine? A bucket is backed up by its own means. */
export const isLocal = () => env.get('DRIVE_DISK') === 'fs'

export interface CopiedFile {
  /** below the folder, with / on every system */
  name: string
  hash: string
}

/** Every file below a folder but for uploads that are still arriving. */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === INCOMING) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

/** Copies the storage; a file that is removed meanwhile is left out, as its row's owner wanted. */
export async function* copyFiles(from: string, to: string): AsyncGenerator<CopiedFile> {
  for await (const path of filesBelow(from)) {
    const name = relative(from, path).replaceAll('\\', '/')
    const hash = await copyHashed(path, join(to, name))
    if (hash) yield { name, hash }
  }
}

async function copyHashed(from: string, to: string): Promise<string | null> {
  await mkdir(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(createReadStream(from), tap, createWriteStream(to, { flush: true }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

/** Nothing is stored but perhaps the list that is only added to. */
export async function isStorageEmpty(): Promise<boolean> {
  const entries = await readdir(storageFolder()).catch(() => [])
  return entries.every((name) => name === INCOMING || name === APPEND_ONLY)
}

/** Puts a copy of the storage in its place; what was there stays beside it. */
export async function restoreFiles(copy: string, stamp: string) {
  const root = storageFolder()
  const fresh = `${root}.restoring`
  await mkdir(fresh, { recursive: true })
  await cp(copy, fresh, { recursive: true }).catch(ignoreMissing)
  const list = { recursive: true, force: false, errorOnExist: false }
  await cp(join(root, APPEND_ONLY), join(fresh, APPEND_ONLY), list).catch(ignoreMissing)
  await rename(root, `${root}.before-${stamp}`).catch(ignoreMissing)
  await rename(fresh, root)
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}
