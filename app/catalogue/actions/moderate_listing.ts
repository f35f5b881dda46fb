import { recordAudit } from '#audit/record'
import { ModerationConflict } from '#catalogue/errors'
import { MODERATION_MOVES, type ModerationDecision } from '#catalogue/services/moderation'
import { lockOwnListing, type OwnListing } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { addToFeed, queueEmail } from '#notifications/services/messages'

interface Verdict {
  actor: Actor
  listingId: string
  decision: ModerationDecision
  /** told to the partner; given whenever something is hidden */
  reason?: string
}

/** Staff approve, hide or reinstate: of two at the same moment one wins. */
export default class ModerateListing {
  /** @throws NotFound, ModerationConflict (409) with the state the listing is in */
  async execute({ actor, listingId, decision, reason }: Verdict): Promise<void> {
    const { from, to } = MODERATION_MOVES[decision]
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const open = trx.from('listings').where({ id: listingId }).whereIn('moderation', from)
      const verdict = {
        moderation: to,
        moderation_reason: to === 'hidden' ? reason : null,
        updated_at: clock.now(),
      }
      if (!(await changedOne(open, verdict))) throw new ModerationConflict(listing.moderation)
      await refreshListings(trx, [listingId])
      await recordAudit(trx, {
        actor,
        action: `listing.${PAST[decision]}`,
        subject: { type: listing.kind, id: listingId },
        personId: listing.seller.userId,
        before: { moderation: listing.moderation },
        after: { moderation: to },
        reason,
      })
      await tell(trx, listing, decision, reason)
    })
  }
}

const PAST = { approve: 'approved', hide: 'hidden', reinstate: 'reinstated' } as const

async function tell(
  trx: Transaction,
  { id, title, seller }: OwnListing,
  decision: ModerationDecision,
  reason = ''
) {
  const isHidden = decision === 'hide'
  await addToFeed(trx, {
    userId: seller.userId,
    kind: isHidden ? 'listing_hidden' : 'listing_approved',
    title: isHidden ? `Not on sale: ${title}` : `Approved: ${title}`,
    body: isHidden ? reason : 'Clients can find and buy it now.',
    subjectId: id,
  })
  const user = await trx
    .from('users')
    .where({ id: seller.userId })
    .select('name', 'email')
    .firstOrFail()
  if (!user.email) return
  const to = { userId: seller.userId, to: user.email as string }
  const data = { name: user.name as string, title }
  await (isHidden
    ? queueEmail(trx, { ...to, template: 'listing_hidden', data: { ...data, reason } })
    : queueEmail(trx, { ...to, template: 'listing_approved', data }))
}
