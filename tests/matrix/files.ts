import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { write } from '#core/database/write'
import { incomingFolder } from '#core/files/storage'
import { keepFile, removeFiles, storeImage } from '#core/files/store'
import { newId } from '#core/support/ids'
import { unique, type TestActor } from '#tests/helpers/actors'
import { picture } from '#tests/helpers/uploads'
import { EVERYBODY_LOGGED_IN, type MatrixRow } from '#tests/matrix/row'

async function publicFile({ user }: TestActor) {
  const path = join(await incomingFolder(), unique('matrix'))
  const bytes = await picture()
  await writeFile(path, bytes)
  const file = { field: 'f', path, name: 'a.jpg', size: bytes.length, kind: 'image' as const }
  const staged = await storeImage(file, { ownerId: user.id, purpose: 'portfolio' })
  const { id } = await write((trx) => keepFile(trx, staged))
  return { params: { fileId: id } }
}

export const rows: MatrixRow[] = [
  {
    route: 'files.show',
    viewable: true,
    allow: ['public', ...EVERYBODY_LOGGED_IN],
    success: 200,
    request: publicFile,
    object: {
      param: 'fileId',
      missing: newId('file'),
      owned: false,
      deleted: ({ params }) => write((trx) => removeFiles(trx, [params!.fileId])),
    },
  },
]
