import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import DecideVerification from '#partners/actions/decide_verification'
import SubmitVerification from '#partners/actions/submit_verification'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { asActor, makeCorner, type Corner } from '#tests/helpers/marketplace'
import { write } from '#core/database/write'
import { refreshReach } from '#partners/services/reach'

export interface PartnerActor extends TestActor {
  partnerId: string
  corner: Corner
}

/** A logged-in partner with an empty profile, as registration makes it. */
export async function draftPartner(): Promise<PartnerActor> {
  const actor = await actorOfRole('partner')
  const { id } = await db.from('partners').where({ user_id: actor.user.id }).firstOrFail()
  return { ...actor, partnerId: id, corner: await makeCorner() }
}

/** A partner whose profile may be verified. */
export async function completePartner(overrides: object = {}): Promise<PartnerActor> {
  const partner = await draftPartner()
  await write(async (trx) => {
    await trx
      .from('partners')
      .where({ id: partner.partnerId })
      .update({
        bio: 'Weddings and portraits',
        location_id: partner.corner.locationId,
        ...overrides,
      })
    await trx
      .insertQuery()
      .table('partner_categories')
      .insert({ partner_id: partner.partnerId, category_id: partner.corner.categoryId })
    await refreshReach(trx, [partner.partnerId])
  })
  return partner
}

export async function submittedPartner(): Promise<PartnerActor> {
  const partner = await completePartner()
  await new SubmitVerification().execute({ actor: asActor(partner), documents: [] })
  return partner
}

export async function approvedPartner(overrides: object = {}): Promise<PartnerActor> {
  const partner = await submittedPartner()
  const actor = asActor(await actorOfRole('admin'))
  await new DecideVerification().execute({
    actor,
    partnerId: partner.partnerId,
    decision: 'approve',
  })
  if (Object.keys(overrides).length > 0)
    await db.from('partners').where({ id: partner.partnerId }).update(overrides)
  return partner
}

export function png(): Promise<Buffer> {
  const create = { width: 600, height: 400, channels: 3 as const, background: '#336699' }
  return sharp({ create }).png().toBuffer()
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
