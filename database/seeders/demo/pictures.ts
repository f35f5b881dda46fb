import drive from '@adonisjs/drive/services/main'
import sharp from 'sharp'
import { newId } from '#core/support/ids'

export interface Picture {
  id: string
  diskKey: string
  thumbnailKey: string
  size: number
  width: number
  height: number
}

const WIDTH = 480
const HEIGHT = 320
const KINDS = 6

/** Draws pictures and puts them on the disk, before any transaction; colours repeat. */
export async function drawPictures(count: number, now: number): Promise<Picture[]> {
  const folder = new Date(now).toISOString().slice(0, 10)
  const drawn = await Promise.all(Array.from({ length: KINDS }, (_, kind) => draw(kind)))
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { image, thumbnail } = drawn[index % KINDS]
      const id = newId('file')
      const diskKey = `${folder}/${id}.webp`
      const thumbnailKey = `${folder}/${id}.thumbnail.webp`
      await drive.use().put(diskKey, image, { contentType: 'image/webp' })
      await drive.use().put(thumbnailKey, thumbnail, { contentType: 'image/webp' })
      return { id, diskKey, thumbnailKey, size: image.length, width: WIDTH, height: HEIGHT }
    })
  )
}

async function draw(kind: number) {
  const hue = Math.round((kind * 360) / KINDS)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="hsl(${hue},45%,70%)"/>
    <circle cx="350" cy="90" r="46" fill="hsl(${(hue + 40) % 360},80%,85%)"/>
    <path d="M0 320 L160 130 L270 250 L350 170 L480 320 Z" fill="hsl(${hue},40%,35%)"/>
  </svg>`
  const image = await sharp(Buffer.from(svg)).webp().toBuffer()
  return { image, thumbnail: await sharp(image).resize(240).webp().toBuffer() }
}
