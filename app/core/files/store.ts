/*
 * From a received file to a stored one, in the only order that loses nothing: bytes on the disk
 * first (`storeImage`, `storeDocument`, outside any transaction), then their row in the caller's
 * transaction (`keepFile`). Bytes whose row never came are orphans; a daily task removes them.
 */
import { readFile, stat } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { changedOne, insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { QuotaExceeded } from '#core/files/errors'
import { renderImage } from '#core/files/images'
import { UNCOUNTED, type FilePurpose } from '#core/files/purposes'
import type { ReceivedFile } from '#core/files/receive'
import { dayFolder, putBytes, putLocalFile } from '#core/files/storage'
import StoredFile from '#core/files/stored_file'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

/** what all files of one owner may have together */
export const QUOTA = 200 * 1024 ** 2

export interface Belonging {
  /** the user whose quota it counts against */
  ownerId: string
  purpose: FilePurpose
}

/** Bytes that are on the disk and wait for their row. */
export interface StagedFile extends Belonging {
  field: string
  id: string
  diskKey: string
  thumbnailKey: string | null
  fileName: string
  contentType: string
  size: number
  width: number | null
  height: number | null
}

/**
 * Writes an image anew as WebP, with a thumbnail, and puts both on the disk.
 *
 * @throws FileRefused (422) for an image that cannot be decoded
 * @throws QuotaExceeded (422)
 * @throws DiskFull (507)
 */
export async function storeImage(file: ReceivedFile, belonging: Belonging): Promise<StagedFile> {
  const { bytes, thumbnail, width, height } = await renderImage(file)
  await assertWithinQuota(file.field, belonging.ownerId, bytes.length)
  const id = newId('file')
  const diskKey = `${dayFolder()}/${id}.webp`
  const thumbnailKey = `${dayFolder()}/${id}.thumbnail.webp`
  await putBytes(diskKey, bytes, 'image/webp')
  await putBytes(thumbnailKey, thumbnail, 'image/webp')
  return {
    ...belonging,
    field: file.field,
    id,
    diskKey,
    thumbnailKey,
    fileName: withExtension(file.name, 'webp'),
    contentType: 'image/webp',
    size: bytes.length,
    width,
    height,
  }
}

/** Puts a PDF on the disk as it is; a document that is an image is treated as any image. */
export async function storeDocument(file: ReceivedFile, belonging: Belonging): Promise<StagedFile> {
  if (file.kind === 'image') return storeImage(file, belonging)
  await assertWithinQuota(file.field, belonging.ownerId, file.size)
  const id = newId('file')
  const diskKey = `${dayFolder()}/${id}.pdf`
  await putBytes(diskKey, await readFile(file.path), 'application/pdf')
  return {
    ...belonging,
    field: file.field,
    id,
    diskKey,
    thumbnailKey: null,
    fileName: withExtension(file.name, 'pdf'),
    contentType: 'application/pdf',
    size: file.size,
    width: null,
    height: null,
  }
}

/** Puts a PDF that Souk has written itself on the disk. */
export async function storePdf(
  bytes: Uint8Array,
  fileName: string,
  belonging: Belonging
): Promise<StagedFile> {
  const id = newId('file')
  const diskKey = `${dayFolder()}/${id}.pdf`
  await putBytes(diskKey, bytes, 'application/pdf')
  return {
    ...belonging,
    field: '',
    id,
    diskKey,
    thumbnailKey: null,
    fileName,
    contentType: 'application/pdf',
    size: bytes.length,
    width: null,
    height: null,
  }
}

/** Puts a zip that Souk has written into a temporary file on the disk. */
export async function storeZip(
  path: string,
  fileName: string,
  belonging: Belonging
): Promise<StagedFile> {
  const id = newId('file')
  const diskKey = `${dayFolder()}/${id}.zip`
  await putLocalFile(diskKey, path, 'application/zip')
  const { size } = await stat(path)
  const contentType = 'application/zip'
  const flat = { field: '', thumbnailKey: null, width: null, height: null }
  return { ...belonging, ...flat, id, diskKey, fileName, contentType, size }
}

function withExtension(name: string, extension: string): string {
  return `${name.replace(/\.\w{1,5}$/, '') || 'file'}.${extension}`
}

/** Saves the disk the work; the exact answer is given by `keepFile`. */
async function assertWithinQuota(field: string, ownerId: string, size: number) {
  const usage = await db.from('file_usages').where({ owner_id: ownerId }).first()
  if (Number(usage?.used_bytes ?? 0) + size > QUOTA) throw new QuotaExceeded(field, QUOTA)
}

/**
 * Writes the row of a staged file in the caller's transaction: from now on it exists.
 *
 * @throws QuotaExceeded (422), also when parallel uploads only together exceed it
 */
export async function keepFile(trx: Transaction, staged: StagedFile): Promise<StoredFile> {
  const { field, ...row } = staged
  const isCounted = !UNCOUNTED.includes(staged.purpose)
  if (isCounted && !(await countBytes(trx, staged.ownerId, staged.size)))
    throw new QuotaExceeded(field, QUOTA)
  return StoredFile.create({ ...row, createdAt: clock.now() }, { client: trx })
}

async function countBytes(trx: Transaction, ownerId: string, size: number): Promise<boolean> {
  const room = () =>
    trx
      .from('file_usages')
      .where({ owner_id: ownerId })
      .where('used_bytes', '<=', QUOTA - size)
  const more = { used_bytes: trx.raw('used_bytes + ?', [size]) }
  if (await changedOne(room(), more)) return true
  const isFirst = await insertedOnce(trx, 'file_usages', { owner_id: ownerId, used_bytes: size })
  return isFirst || changedOne(room(), more)
}

/** Forgets files that nothing points at any more; their bytes go after the commit. */
export async function removeFiles(trx: Transaction, fileIds: string[]) {
  for (const id of fileIds.toSorted()) {
    const file = await trx.from('files').where({ id }).first()
    if (!file || Number(await trx.from('files').where({ id }).delete()) !== 1) continue
    await trx
      .from('file_usages')
      .where({ owner_id: file.owner_id })
      .update({ used_bytes: trx.raw('used_bytes - ?', [Number(file.size)]) })
    const keys = [file.disk_key, file.thumbnail_key].filter(Boolean)
    await outbox.dispatch(trx, 'core.files.delete_bytes', { keys })
  }
}
