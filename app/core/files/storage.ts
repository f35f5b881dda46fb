/*
 * Where bytes are: the drive's disk (a local folder or S3), a local folder for uploads that are
 * still arriving, and how much room is left.
 */
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import drive from '@adonisjs/drive/services/main'
import type { Disk } from 'flydrive'
import { DiskFull } from '#core/files/errors'
import { clock } from '#core/support/clock'

/** with less than this left, nobody's upload is taken */
const LEAST_FREE = 200 * 1024 ** 2

/** An object, so that a test can put another disk, or a full one, in its place. */
export const storage = {
  disk(): Disk {
    return drive.use() as unknown as Disk
  },

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(await incomingFolder())
    return bavail * bsize
  },
}

/** Uploads arrive here, on the same file system as the local disk; never served. */
export async function incomingFolder(): Promise<string> {
  const folder = join(app.makePath(env.get('DRIVE_ROOT')), '.incoming')
  await mkdir(folder, { recursive: true })
  return folder
}

/** @throws DiskFull (507) */
export async function assertRoomOnDisk() {
  if ((await storage.freeBytes()) < LEAST_FREE) throw new DiskFull()
}

export function isNoSpace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } }
  return [code, cause?.code].some((given) => given === 'ENOSPC' || given === 'EDQUOT')
}

/** The folder of a day: the sweeper looks for orphans day by day. */
export function dayFolder(time = clock.now()): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Puts bytes under a key, and on the local disk makes sure that they survive a power cut. */
export async function putBytes(key: string, bytes: Uint8Array, contentType: string) {
  await putSafely(key, () => storage.disk().put(key, bytes, { contentType }))
}

/** The same for a local file of any size, which stays where it is. */
export async function putLocalFile(key: string, path: string, contentType: string) {
  await putSafely(key, () => storage.disk().putStream(key, createReadStream(path), { contentType }))
}

async function putSafely(key: string, put: () => Promise<void>) {
  try {
    await put()
    if (env.get('DRIVE_DISK') === 'fs') await flush(join(app.makePath(env.get('DRIVE_ROOT')), key))
  } catch (error) {
    if (isNoSpace(error)) throw new DiskFull()
    throw error
  }
}

async function flush(path: string) {
  const handle = await open(path, 'r').catch(() => null) // a test's disk is elsewhere
  await handle?.sync()
  await handle?.close()
}

/** Removes a temporary file, whether or not it is there. */
export function removeTemporary(path: string): Promise<void> {
  return rm(path, { force: true })
}
