/*
 * What a file is, told by its first and last bytes; names and headers of the sender say nothing.
 */
import { open } from 'node:fs/promises'

export type FileKind = 'image' | 'pdf'

const HEAD = 16
const TAIL = 1024

/** The kind of a file, or null for everything that we do not take: SVG, HTML, archives, scripts. */
export async function fileKind(path: string): Promise<FileKind | null> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(HEAD)
    await handle.read(head, 0, HEAD, 0)
    if (isRaster(head)) return 'image'
    const tail = Buffer.alloc(TAIL)
    await handle.read(tail, 0, TAIL, Math.max(0, size - TAIL))
    return isPdf(head, tail) ? 'pdf' : null
  } finally {
    await handle.close()
  }
}

/** JPEG, PNG, GIF and WebP. */
function isRaster(head: Buffer): boolean {
  const text = head.toString('latin1')
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(text) ||
    /^RIFF.{4}WEBP/s.test(text)
  )
}

/** Begins as a PDF and ends as one: a truncated one lacks its trailer. */
function isPdf(head: Buffer, tail: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(head.toString('latin1')) && tail.toString('latin1').includes('%%EOF')
}
