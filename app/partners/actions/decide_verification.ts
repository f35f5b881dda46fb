import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { VerificationNotPending } from '#partners/errors'
import PartnerStatusChanged from '#partners/events/partner_status_changed'
import Partner from '#partners/models/partner'
import { refreshReach } from '#partners/services/reach'

interface Verdict {
  actor: Actor
  partnerId: string
  decision: 'approve' | 'reject'
  /** told to the partner; given with every rejection */
  reason?: string
}

/** submitted -> approved | rejected, once: of two staff at the same moment one wins. */
export default class DecideVerification {
  /** @throws NotFound, VerificationNotPending (409) with the state the partner is in */
  async execute({ actor, partnerId, decision, reason }: Verdict): Promise<void> {
    await write(async (trx) => {
      const now = clock.now()
      const status = decision === 'approve' ? ('approved' as const) : ('rejected' as const)
      const waiting = trx.from('partners').where({ id: partnerId, status: 'submitted' })
      const verdict = {
        status,
        updated_at: now,
        ...(status === 'approved' && { verified_at: now }),
      }
      const isDecided = await changedOne(waiting, verdict)
      const partner = await Partner.query({ client: trx })
        .where('id', partnerId)
        .preload('user')
        .first()
      if (!partner) throw new NotFound()
      if (!isDecided) throw new VerificationNotPending(undefined, { state: partner.status })

      await trx
        .from('verifications')
        .where({ partner_id: partnerId, status: 'submitted' })
        .update({ status, reason: reason ?? null, decided_by: actor.id, decided_at: now })
      await refreshReach(trx, [partnerId])
      await outbox.record(trx, new PartnerStatusChanged(partnerId))
      await recordAudit(trx, {
        actor,
        action: `partner.${status}`,
        subject: { type: 'partner', id: partnerId },
        personId: partner.userId,
        before: { status: 'submitted' },
        after: { status },
        reason,
      })
      await tell(trx, partner, reason)
    })
  }
}

async function tell(trx: Transaction, partner: Partner, reason = '') {
  const { user, businessName, isApproved } = partner
  await addToFeed(trx, {
    userId: user.id,
    kind: isApproved ? 'verification_approved' : 'verification_rejected',
    title: isApproved ? `${businessName} is verified` : `${businessName} could not be verified yet`,
    body: isApproved ? 'Clients can find you now.' : reason,
    subjectId: partner.id,
  })
  if (!user.email) return
  const to = { userId: user.id, to: user.email }
  const data = { name: user.name, businessName }
  await (isApproved
    ? queueEmail(trx, { ...to, template: 'verification_approved', data })
    : queueEmail(trx, { ...to, template: 'verification_rejected', data: { ...data, reason } }))
}
