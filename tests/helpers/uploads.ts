import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A small picture; `gps` plants a position in its metadata. */
export function picture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg',
  { width = 64, height = 48, gps = false } = {}
): Promise<Buffer> {
  const image = sharp({ create: { width, height, channels: 3, background: '#c04020' } })
  const position = { IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } }
  return (gps ? image.withExif({ IFD0: { Copyright: 'canary' }, ...position }) : image)
    .toFormat(format)
    .toBuffer()
}

/** A PNG of a few bytes whose header claims any size. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = pngChunk('IDAT', Buffer.from('789c030000000001', 'hex'))
  return Buffer.concat([signature, pngChunk('IHDR', header), data, pngChunk('IEND')])
}

export function pngChunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The smallest thing that begins and ends as a PDF. */
export function pdf(): Buffer {
  return Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
}
