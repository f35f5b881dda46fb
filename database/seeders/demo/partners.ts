import { clock, DAY, HOUR } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { Dice } from '#database/seeders/demo/dice'
import { FIRST_NAMES, LAST_NAMES, STUDIO_KINDS, STUDIO_WORDS } from '#database/seeders/demo/people'
import type { Picture } from '#database/seeders/demo/pictures'
import { userRow } from '#database/seeders/demo/users'
import type { World } from '#database/seeders/demo/world'
import { slugOf } from '#categories/services/slug'

const STATUSES = [
  ...Array<string>(26).fill('approved'),
  ...Array<string>(5).fill('submitted'),
  ...Array<string>(4).fill('rejected'),
  ...Array<string>(3).fill('draft'),
  ...Array<string>(2).fill('suspended'),
]
export const PARTNER_COUNT = STATUSES.length

export type PartnerRow = ReturnType<typeof partnerRow>

/** Forty partners, spread over the places and wishes of the demo, with what belongs to them. */
export function makePartners(world: World, dice: Dice, pictures: Picture[]) {
  const users: ReturnType<typeof userRow>[] = []
  const partners: PartnerRow[] = []
  const categories: { partner_id: string; category_id: string }[] = []
  const platforms: object[] = []
  STATUSES.forEach((status, index) => {
    const person = `${FIRST_NAMES[index % 8]} ${LAST_NAMES[(index * 3 + (index >> 3)) % 8]}`
    const place = world.places[index % world.places.length]
    const user = userRow(`partner${index + 1}`, 'partner', person, place.country, world)
    const partner = partnerRow(world, dice, { index, status, userId: user.id })
    const field = Math.floor(index / world.places.length)
    users.push(user)
    partners.push(partner)
    for (const { id } of trades(world, field))
      categories.push({ partner_id: partner.id, category_id: id })
    platforms.push({ partner_id: partner.id, platform: dice.pick(['instagram', 'youtube']) })
  })
  const files: object[] = []
  const shown = makePortfolio(partners, pictures, files)
  const checked = makeVerifications(world, partners, pictures.slice(partners.length), files)
  return { users, partners, categories, platforms, files, ...shown, ...checked }
}

/** Three neighbouring fields each, so that every field has several partners at every place. */
function trades({ categories }: World, field: number) {
  const chosen = [0, 1, 2].map((step) => categories[(field + step) % categories.length])
  return [...new Set(chosen)]
}

function partnerRow(
  world: World,
  dice: Dice,
  { index, status, userId }: { index: number; status: string; userId: string }
) {
  const place = world.places[index % world.places.length]
  const name = `${STUDIO_WORDS[index % 6]} ${STUDIO_KINDS[(index + Math.floor(index / 6)) % 6]}`
  const createdAt = world.now - dice.between(40, 200) * DAY
  const ratings = status === 'approved' ? dice.between(0, 40) : 0
  const ratingSum = Array.from({ length: ratings }, () => dice.between(3, 5)).reduce(
    (sum, stars) => sum + stars,
    0
  )
  const rateMin = dice.between(5, 30) * 1000
  const submittedAt =
    status === 'submitted' ? world.now - dice.between(2, 90) * HOUR : createdAt + 2 * DAY
  return {
    id: newId('partner'),
    user_id: userId,
    business_name: name,
    slug: `${slugOf(name)}-${index + 1}`,
    bio: `${name} works in ${place.city} and around, for private people and companies alike.`,
    website: `https://${slugOf(name)}.example`,
    status,
    availability: 'available',
    is_featured: status === 'approved' && index % 6 === 0 ? 1 : 0,
    location_id: place.id,
    radius_km: dice.pick([10, 25, 50, 100]),
    rate_min: rateMin,
    rate_max: 100_000 + dice.between(0, 20) * 10_000,
    rate_currency: place.currency,
    languages: JSON.stringify(['en']),
    rating_sum: ratingSum,
    rating_count: ratings,
    /* the Bayesian mean: five ratings of 3.5 stars are in it from the start */
    rating_score: Math.round((1000 * (ratingSum + 17.5)) / (ratings + 5)),
    leads_offered: 0,
    leads_answered: 0,
    open_leads: 0,
    last_lead_at: 0,
    submitted_at: status === 'draft' ? null : submittedAt,
    verified_at: ['approved', 'suspended'].includes(status) ? createdAt + 3 * DAY : null,
    created_at: createdAt,
    updated_at: clock.now(),
  }
}

/** The row of a picture that is on the disk already. */
export function fileRow(picture: Picture, ownerId: string, purpose: string, createdAt: number) {
  return {
    id: picture.id,
    owner_id: ownerId,
    purpose,
    disk_key: picture.diskKey,
    thumbnail_key: picture.thumbnailKey,
    file_name: `${purpose}.webp`,
    content_type: 'image/webp',
    size: picture.size,
    width: picture.width,
    height: picture.height,
    created_at: createdAt,
  }
}

function makePortfolio(partners: PartnerRow[], pictures: Picture[], files: object[]) {
  const entries: object[] = []
  const images: object[] = []
  partners.forEach((partner, index) => {
    if (partner.status === 'draft') return
    const id = newId('portfolioEntry')
    entries.push({
      id,
      partner_id: partner.id,
      title: 'Selected work',
      description: 'From the last season.',
      link: null,
      position: 0,
      created_at: partner.created_at,
      updated_at: partner.created_at,
    })
    files.push(fileRow(pictures[index], partner.user_id, 'portfolio', partner.created_at))
    images.push({ entry_id: id, file_id: pictures[index].id, position: 0 })
  })
  return { entries, images }
}

function makeVerifications(
  world: World,
  partners: PartnerRow[],
  pictures: Picture[],
  files: object[]
) {
  const verifications: object[] = []
  const documents: object[] = []
  partners.forEach((partner, index) => {
    if (partner.submitted_at === null) return
    const isWaiting = partner.status === 'submitted'
    const isRejected = partner.status === 'rejected'
    const id = newId('verification')
    verifications.push({
      id,
      partner_id: partner.id,
      status: isWaiting ? 'submitted' : isRejected ? 'rejected' : 'approved',
      note: null,
      reason: isRejected ? 'The document is not readable. Please send a sharper picture.' : null,
      decided_by: isWaiting ? null : world.adminId,
      submitted_at: partner.submitted_at,
      decided_at: isWaiting ? null : partner.submitted_at + DAY,
    })
    files.push(fileRow(pictures[index], partner.user_id, 'verification', partner.submitted_at))
    documents.push({
      id: newId('document'),
      verification_id: id,
      file_id: pictures[index].id,
      kind: 'identity',
      created_at: partner.submitted_at,
    })
  })
  return { verifications, documents }
}
