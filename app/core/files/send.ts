/*
 * Hands a stored file to a browser in a way that makes it harmless whatever is in it: never sniffed,
 * never run, documents never shown inside the page.
 */
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#core/errors'
import { isPublicPurpose } from '#core/files/purposes'
import { storage } from '#core/files/storage'
import type StoredFile from '#core/files/stored_file'

export type FileVariant = 'original' | 'thumbnail'

/**
 * Streams a file. Whether the caller may have it was decided before.
 *
 * @throws NotFound (404) when it has no such variant, or its bytes are gone
 */
export async function sendFile(
  { request, response }: HttpContext,
  file: StoredFile,
  { variant = 'original' }: { variant?: FileVariant } = {}
) {
  const key = variant === 'thumbnail' ? file.thumbnailKey : file.diskKey
  const disk = storage.disk()
  if (!key || !(await disk.exists(key))) throw new NotFound()

  const etag = `"${file.id}-${variant}"`
  response.header('ETag', etag)
  response.header('Cache-Control', cacheRule(file))
  response.header('Content-Security-Policy', "sandbox; default-src 'none'")
  response.header('X-Content-Type-Options', 'nosniff')
  if (isPublicPurpose(file.purpose)) response.header('Cross-Origin-Resource-Policy', 'cross-origin')
  if (request.header('if-none-match') === etag) return response.status(304).send(null)

  response.header('Content-Type', file.contentType)
  response.header('Content-Disposition', disposition(file))
  if (variant === 'original') response.header('Content-Length', String(file.size))
  return response.stream(await disk.getStream(key))
}

/** The bytes behind an id never change, so a public file may be kept for ever. */
function cacheRule(file: StoredFile): string {
  return isPublicPurpose(file.purpose) ? 'public, max-age=31536000, immutable' : 'private, no-store'
}

function disposition({ contentType, fileName, purpose }: StoredFile): string {
  const isShown = isPublicPurpose(purpose) && contentType.startsWith('image/')
  const plain = fileName.replace(/[^\w. -]/g, '_')
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (sign) =>
    `%${sign.charCodeAt(0).toString(16)}`.toUpperCase()
  )
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`
}
