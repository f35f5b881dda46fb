import hash from '@adonisjs/core/services/hash'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { raiseVersion, versionOf } from '#core/database/reference_versions'
import { write } from '#core/database/write'
import { insertInBatches } from '#database/seeders/in_batches'
import { Dice } from '#database/seeders/demo/dice'
import { makeInquiries } from '#database/seeders/demo/inquiries'
import { LISTING_PICTURES, makeListings } from '#database/seeders/demo/listings'
import { makePartners, PARTNER_COUNT } from '#database/seeders/demo/partners'
import { drawPictures } from '#database/seeders/demo/pictures'
import { makeClients, makeHomes, makeStaff } from '#database/seeders/demo/users'
import { refreshReach } from '#partners/services/reach'
import { readWorld, type World } from '#database/seeders/demo/world'

const MARKER = 'demo_marketplace'
export const DEMO_PASSWORD = 'souk-demo-password'

/**
 * A small marketplace in full swing, for development: staff of each role, clients, partners in every
 * state, what they sell, inquiries with their leads. Made once; what became of it since is never touched.
 */
export async function seedDemo() {
  if ((await versionOf(MARKER)) > 0) return
  const world = await readWorld(await hash.make(DEMO_PASSWORD))
  if (!world) return
  const { tables, partnerIds, listingIds } = await makeTables(world)
  await write(async (trx) => {
    if ((await versionOf(MARKER)) > 0) return // another instance was faster
    await raiseVersion(trx, MARKER)
    for (const [table, rows] of tables) await insertInBatches(trx, table, rows)
    await refreshReach(trx, partnerIds)
    await refreshListings(trx, listingIds)
  })
}

/** The rows of each table, in an order that the foreign keys allow. */
async function makeTables(world: World) {
  const dice = new Dice(20_260)
  const pictures = await drawPictures(2 * PARTNER_COUNT + LISTING_PICTURES, world.now)
  const clients = makeClients(world)
  const made = makePartners(world, dice, pictures)
  const sold = makeListings(world, dice, made.partners, pictures.slice(2 * PARTNER_COUNT))
  const { inquiries, leads, feed } = makeInquiries(world, dice, clients, made)
  const tables: [table: string, rows: object[]][] = [
    ['users', [...makeStaff(world), ...clients, ...made.users]],
    ['addresses', makeHomes(world, clients)],
    ['files', [...made.files, ...sold.files]],
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
    ['listings', sold.listings],
    ['listing_images', sold.images],
    ['variants', sold.variants],
    ['variant_prices', sold.prices],
    ['stock_moves', sold.moves],
  ]
  const partnerIds = made.partners.map((partner) => partner.id)
  return { tables, partnerIds, listingIds: sold.ids }
}
