import { randomBytes } from 'node:crypto'
import { slugOf } from '#categories/services/slug'
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { ratingScore } from '#partners/services/merit'
import type { Role } from '#core/actor'

interface Payload {
  userId: string
  role: Role
  businessName: string
}

/** A partner who signs up gets an empty profile, in the same transaction as the account. */
export default class OpenPartnerProfile extends TransactionalJob<Payload> {
  async run({ userId, role, businessName }: Payload, trx: Transaction) {
    if (role !== 'partner') return
    const now = clock.now()
    const id = newId('partner')
    const profile = {
      id,
      user_id: userId,
      business_name: businessName,
      status: 'draft',
      languages: '[]',
      rating_score: ratingScore(0, 0),
      created_at: now,
      updated_at: now,
    }
    const slug = slugOf(businessName) || 'shop'
    const isFirstOfItsName = await insertedOnce(trx, 'partners', { ...profile, slug })
    // refused again means that the profile is there: this listener ran before
    if (!isFirstOfItsName)
      await insertedOnce(trx, 'partners', {
        ...profile,
        slug: `${slug}-${randomBytes(5).toString('hex')}`,
      })
  }
}
