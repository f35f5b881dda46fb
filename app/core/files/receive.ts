/*
 * Takes files out of a multipart request: streamed to a temporary file with a cap on their size,
 * told apart by their bytes. What is stored of them is decided by app/core/files/store.ts.
 */
import { randomUUID } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { BodyTooLarge, UnsupportedMediaType } from '#core/errors'
import { DiskFull, FileRefused, FileTooLarge } from '#core/files/errors'
import { fileKind, type FileKind } from '#core/files/file_types'
import { assertRoomOnDisk, incomingFolder, isNoSpace, removeTemporary } from '#core/files/storage'

/** what the other fields of the form may need on top of the files, in bytes */
const FIELDS = 256 * 1024

export interface UploadRules {
  /** the name of the multipart field */
  field: string
  maxCount: number
  /** of one file */
  maxBytes: number
  accept: FileKind[]
  /** is no file at all fine? */
  optional?: boolean
}

/** A file that has arrived: a temporary one, gone when the request ends. */
export interface ReceivedFile {
  field: string
  path: string
  /** as the sender called it, made harmless; for people only */
  name: string
  size: number
  kind: FileKind
}

/**
 * Reads a multipart request. Its other fields are in `request.body()` afterwards, for a validator.
 *
 * @throws UnsupportedMediaType (415) when the body is not multipart
 * @throws FileTooLarge, BodyTooLarge (413)
 * @throws FileRefused (422) for a missing file, too many, or one of another type
 * @throws DiskFull (507)
 */
export async function receiveFiles(ctx: HttpContext, rules: UploadRules): Promise<ReceivedFile[]> {
  if (!ctx.request.is(['multipart/form-data'])) throw new UnsupportedMediaType()
  const announced = Number(ctx.request.header('content-length') ?? 0)
  if (announced > rules.maxCount * rules.maxBytes + FIELDS)
    throw rules.maxCount === 1 ? new FileTooLarge(rules.field, rules.maxBytes) : new BodyTooLarge()
  await assertRoomOnDisk()

  const arrived = await stream(ctx, rules)
  if (arrived.length === 0 && !rules.optional)
    throw new FileRefused(rules.field, 'required', `Send a file in the field ${rules.field}`)
  return Promise.all(arrived.map((file) => recognised(file, rules)))
}

type ArrivedFile = Omit<ReceivedFile, 'kind'>

async function stream(ctx: HttpContext, rules: UploadRules): Promise<ArrivedFile[]> {
  const { multipart, request } = ctx.request
  const folder = await incomingFolder()
  const arrived: ArrivedFile[] = []
  const dones: (() => void)[] = []
  ctx.response.response.once('close', () => dones.forEach((done) => done()))
  multipart.onFile(rules.field, { deferValidations: true }, async (part) => {
    try {
      if (arrived.length === rules.maxCount) throw tooMany(rules)
      const file = { field: rules.field, path: join(folder, randomUUID()), size: 0 }
      const entry = { ...file, name: harmlessName(part.filename) }
      arrived.push(entry)
      const sink = createWriteStream(entry.path, { flags: 'wx', mode: 0o600 })
      // also when the caller went away before the file arrived
      const done = () => void discard(sink, entry.path)
      if (ctx.response.response.closed) done()
      else dones.push(done)
      entry.size = await writeCapped(part, sink, rules)
    } catch (error) {
      multipart.abort(error)
    }
  })
  try {
    await multipart.process({ limit: rules.maxCount * rules.maxBytes + FIELDS })
  } catch (error) {
    // whatever is still on its way is read and dropped, so that the sender hears the answer
    request.unpipe()
    request.resume()
    throw isNoSpace(error) ? new DiskFull() : error
  }
  return arrived
}

function tooMany({ field, maxCount }: UploadRules): FileRefused {
  return new FileRefused(field, 'file_count', `Send at most ${maxCount} file(s) in ${field}`)
}

/** An answer may go out while its file is still being opened: first close it, then remove it. */
async function discard(sink: WriteStream, path: string) {
  if (!sink.closed) {
    const closed = new Promise<void>((resolve) => sink.once('close', resolve))
    sink.destroy()
    await closed
  }
  await removeTemporary(path)
}

async function writeCapped(part: Readable, sink: WriteStream, rules: UploadRules) {
  let size = 0
  const cap = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > rules.maxBytes) done(new FileTooLarge(rules.field, rules.maxBytes))
      else done(null, chunk)
    },
  })
  await pipeline(part, cap, sink)
  return size
}

async function recognised(file: ArrivedFile, { field, accept }: UploadRules) {
  const kind = await fileKind(file.path)
  if (!kind || !accept.includes(kind)) throw new FileRefused(field, 'file_type', takes(accept))
  return { ...file, kind }
}

function takes(accept: FileKind[]): string {
  const words = { image: 'a JPEG, PNG, GIF or WebP image', pdf: 'a PDF' }
  return `The file must be ${accept.map((kind) => words[kind]).join(', or ')}`
}

/** The last part of a path, without control characters: it names a download, never a file of ours. */
function harmlessName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1)!
  const clean = last.replace(/[\p{Cc}\p{Cf}"]/gu, '').trim()
  return [...clean].slice(0, 100).join('') || 'file'
}
