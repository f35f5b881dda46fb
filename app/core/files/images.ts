/*
 * Images are never kept as they came: each is decoded fully and written anew, upright, as WebP. What
 * was hidden in it (a GPS position, a script behind the pixels) is gone with the original.
 */
import sharp from 'sharp'
import { ServiceUnavailable } from '#core/errors'
import { FileRefused } from '#core/files/errors'
import type { ReceivedFile } from '#core/files/receive'

/** 40 megapixels: a decoded one takes 160 MB at most */
const MAX_PIXELS = 40_000_000
const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 400
/** images that may wait for their turn before uploads are told to come back */
const MOST_WAITING = 50

sharp.cache(false)
sharp.concurrency(1)

export interface RenderedImage {
  bytes: Buffer
  thumbnail: Buffer
  width: number
  height: number
}

let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/** One image at a time, whoever asks: its memory is the price of its pixels. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new ServiceUnavailable()
  waiting++
  const result = turn.then(work)
  turn = result.catch(() => {}).finally(() => waiting--)
  return result
}

/** @throws FileRefused (422) when the image cannot be decoded to its last row, or is too large */
export function renderImage(file: ReceivedFile): Promise<RenderedImage> {
  return inTurn(async () => {
    try {
      return await render(file.path)
    } catch (error) {
      throw new FileRefused(file.field, 'image', refusalOf(error))
    }
  })
}

async function render(path: string): Promise<RenderedImage> {
  const source = sharp(path, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    sequentialRead: true,
  }).autoOrient()
  const { data, info } = await source
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(data)
    .resize({
      width: THUMBNAIL_SIDE,
      height: THUMBNAIL_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: 75 })
    .toBuffer()
  return { bytes: data, thumbnail, width: info.width, height: info.height }
}

function refusalOf(error: unknown): string {
  return error instanceof Error && error.message.includes('pixel limit')
    ? 'The image may have at most 40 megapixels'
    : 'The image is damaged: it cannot be read to its end'
}
