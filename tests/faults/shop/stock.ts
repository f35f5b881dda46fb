/*
 * A process of its own, on the database of a run: opens accounts, fills shelves and carts.
 * Arguments: the plan as JSON, the file that the opening goes to.
 */
import { writeFileSync } from 'node:fs'
import { inApp } from '../in_app.js'
import type { Opening, Plan } from './opening.js'

const PARTNERS = 6
const VARIANTS_EACH = 3
/** what the first payee has, in cents; each has a little more than the one before */
const LEAST_SAVED = 12_345

const [wish, file] = process.argv.slice(2)
await inApp(async () => writeFileSync(file, JSON.stringify(await stock(JSON.parse(wish)))))

async function stock(plan: Plan): Promise<Opening> {
  const { actorOfRole } = await import('#tests/helpers/actors')
  const { addAddress } = await import('#tests/helpers/addresses')
  const { makeListing } = await import('#tests/helpers/catalogue')
  const { makeCoupon } = await import('#tests/helpers/coupons')
  const { richPartner } = await import('#tests/helpers/money')

  const people = async (role: 'client' | 'admin', count: number) => {
    const all = []
    for (let n = 0; n < count; n++) {
      const person = await actorOfRole(role)
      if (role === 'client') await addAddress(person)
      all.push(person)
    }
    return all
  }
  const asPerson = ({ user, accessToken }: Awaited<ReturnType<typeof actorOfRole>>) => ({
    userId: user.id,
    email: user.email!,
    token: `Bearer ${accessToken}`,
  })
  const listing = (partner: { partnerId: string }, pieces: number, amount: number) =>
    makeListing({ partner, stock: pieces, prices: [{ currency: 'EUR', amount }] })

  const partners = []
  for (let n = 0; n < PARTNERS; n++) {
    const partner = await richPartner(0)
    const variantIds = []
    for (let at = 0; at < VARIANTS_EACH; at++)
      variantIds.push((await listing(partner, 100_000, 4_321 + 1_111 * n + 777 * at)).variantId)
    partners.push({ ...asPerson(partner), partnerId: partner.partnerId, variantIds })
  }
  const hot = await listing(partners[0], plan.hotStock, 2_503)
  const rushVariantIds = []
  for (let n = 0; n < plan.rushes; n++)
    rushVariantIds.push((await listing(partners[1], plan.rushStock, 1_999)).variantId)
  const payees = []
  for (let n = 0; n < plan.payees; n++) {
    const payee = await richPartner(LEAST_SAVED + 1_357 * n)
    payees.push({ ...asPerson(payee), partnerId: payee.partnerId })
  }
  const admins = await people('admin', 2)
  const uses = { maxUses: plan.couponUses, maxUsesPerClient: 2 }
  const coupon = await makeCoupon(admins[0], uses)
  const rushers = await people('client', plan.rushers)
  return {
    buyers: (await people('client', plan.buyers)).map(asPerson),
    rushers: rushers.map(asPerson),
    admins: admins.map(asPerson),
    partners,
    payees,
    hotVariantId: hot.variantId,
    rushVariantIds,
    couponCode: coupon.code,
  }
}
