import type { Actor } from '#core/actor'
import { currentTransaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import Partner from '#partners/models/partner'

/** The profile of the partner who asks, in whatever state it is. */
export default class GetOwnPartner {
  /** @throws NotFound for everybody who is no partner */
  async execute(actor: Pick<Actor, 'id'>): Promise<Partner> {
    const client = currentTransaction()
    const partner = await Partner.query({ client }).where('userId', actor.id).first()
    if (!partner) throw new NotFound()
    return partner
  }
}
