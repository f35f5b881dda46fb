import hash from '@adonisjs/core/services/hash'
import { raiseVersion, versionOf } from '#core/database/reference_versions'
import { write } from '#core/database/write'
import { insertInBatches } from '#database/seeders/in_batches'
import { Dice } from '#database/seeders/demo/dice'
import { makeInquiries } from '#database/seeders/demo/inquiries'
import { makePartners, PARTNER_COUNT } from '#database/seeders/demo/partners'
import { drawPictures } from '#database/seeders/demo/pictures'
import { makeClients, makeStaff } from '#database/seeders/demo/users'
import { readWorld, type World } from '#database/seeders/demo/world'

const MARKER = 'demo_marketplace'
export const DEMO_PASSWORD = 'souk-demo-password'

/**
 * A small marketplace in full swing, for development: staff of each role, clients, partners in every
 * state, inquiries with their leads. Made once; what became of it since is never touched.
 */
export async function seedDemo() {
  if ((await versionOf(MARKER)) > 0) return
  const world = await readWorld(await hash.make(DEMO_PASSWORD))
  if (!world) return
  const tables = await makeTables(world)
  await write(async (trx) => {
    if ((await versionOf(MARKER)) > 0) return // another instance was faster
    await raiseVersion(trx, MARKER)
    for (const [table, rows] of tables) await insertInBatches(trx, table, rows)
  })
}

/** The rows of each table, in an order that the foreign keys allow. */
async function makeTables(world: World): Promise<[table: string, rows: object[]][]> {
  const dice = new Dice(20_260)
  const pictures = await drawPictures(2 * PARTNER_COUNT, world.now)
  const clients = makeClients(world)
  const made = makePartners(world, dice, pictures)
  const { inquiries, leads, feed } = makeInquiries(world, dice, clients, made)
  return [
    ['users', [...makeStaff(world), ...clients, ...made.users]],
    ['files', made.files],
    ['partners', made.partners],
    ['partner_categories', made.categories],
    ['partner_platforms', made.platforms],
    ['portfolio_entries', made.entries],
    ['portfolio_images', made.images],
    ['verifications', made.verifications],
    ['verification_documents', made.documents],
    ['inquiries', inquiries],
    ['leads', leads],
    ['notifications', feed],
  ]
}
