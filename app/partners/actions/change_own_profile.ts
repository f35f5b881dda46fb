import { recordAudit } from '#audit/record'
import { tellOwner } from '#auth/services/security_mails'
import { categoryTree } from '#categories/queries/category_tree'
import type { Actor } from '#core/actor'
import { isForeignKeyViolation } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { invalidFields } from '#partners/errors'
import type Partner from '#partners/models/partner'
import type { Availability } from '#partners/models/partner'
import { lockOwnPartner } from '#partners/services/lock_own_partner'
import { sealPayoutDetails, type PayoutDetails } from '#partners/services/payout_details'
import { refreshReach } from '#partners/services/reach'
import User from '#users/models/user'

export interface ProfileChanges {
  businessName?: string
  bio?: string | null
  categories?: string[]
  platforms?: string[]
  rates?: { min: number; max: number; currency: string } | null
  locationId?: string | null
  radiusKm?: number
  availability?: Availability
  languages?: string[]
  website?: string | null
  payoutDetails?: PayoutDetails | null
}

/** Changes the own profile; what is not given stays. An approved partner stays approved. */
export default class ChangeOwnProfile {
  /** @throws E_VALIDATION_ERROR for a category or place that is not on offer */
  async execute({ actor, ...changes }: ProfileChanges & { actor: Actor }) {
    const sealed = changes.payoutDetails && sealPayoutDetails(changes.payoutDetails)
    await assertCategories(changes.categories ?? [])
    try {
      await write(async (trx) => {
        const partner = await lockOwnPartner(trx, actor)
        const { businessName: before, isApproved } = partner
        await partner.merge(columnsOf(changes, sealed)).useTransaction(trx).save()
        if (changes.locationId) await assertLocation(trx, changes.locationId)
        await replaceSets(trx, partner, changes)
        await refreshReach(trx, [partner.id])
        if (isApproved && partner.businessName !== before)
          await recordAudit(trx, {
            actor,
            action: 'partner.renamed',
            subject: { type: 'partner', id: partner.id },
            personId: actor.id,
            before: { businessName: before },
            after: { businessName: partner.businessName },
          })
        if (sealed !== undefined) await noteNewAccount(trx, actor, partner.id)
      })
    } catch (error) {
      if (isForeignKeyViolation(error)) throw notOnOffer('categories')
      throw error
    }
  }
}

function columnsOf(changes: ProfileChanges, sealed: string | null | undefined): Partial<Partner> {
  const { categories, platforms, rates, payoutDetails, ...plain } = changes
  const given = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined)
  ) as Partial<Partner>
  return {
    ...given,
    ...(rates === undefined
      ? {}
      : {
          rateMin: rates?.min ?? null,
          rateMax: rates?.max ?? null,
          rateCurrency: rates?.currency ?? null,
        }),
    ...(sealed === undefined ? {} : { payoutDetails: sealed }),
  }
}

/** Whoever took the session over would send the money elsewhere: the owner hears of it. */
async function noteNewAccount(trx: Transaction, actor: Actor, partnerId: string) {
  await recordAudit(trx, {
    actor,
    action: 'partner.payout_details_changed',
    subject: { type: 'partner', id: partnerId },
    personId: actor.id,
  })
  const owner = await User.findOrFail(actor.id, { client: trx })
  await tellOwner(trx, owner, 'payout_details_changed', {})
}

async function assertCategories(ids: string[]) {
  const tree = await categoryTree()
  if (!ids.every((id) => tree.isActive(id))) throw notOnOffer('categories')
}

async function assertLocation(trx: Transaction, id: string) {
  const found = await trx.from('locations').where({ id, is_active: true }).first()
  if (!found) throw notOnOffer('locationId')
}

function notOnOffer(field: string) {
  return invalidFields([{ field, rule: 'exists', message: `The ${field} field is not on offer` }])
}

async function replaceSets(trx: Transaction, partner: Partner, changes: ProfileChanges) {
  const { categories, platforms } = changes
  if (categories)
    await replace(trx, 'partner_categories', partner.id, 'category_id', categories.toSorted())
  if (platforms)
    await replace(trx, 'partner_platforms', partner.id, 'platform', platforms.toSorted())
}

async function replace(
  trx: Transaction,
  table: string,
  partnerId: string,
  column: string,
  values: string[]
) {
  await trx.from(table).where({ partner_id: partnerId }).delete()
  if (values.length === 0) return
  const rows = values.map((value) => ({ partner_id: partnerId, [column]: value }))
  await trx.insertQuery().table(table).multiInsert(rows)
}
