/*
 * What a partner has to do: the counters on the partner's row that matching reads. Each change
 * stands in the transaction of the lead that causes it, and is followed by `refreshReach`.
 *
 * open_leads      leads that wait for the partner's answer (pending, viewed)
 * leads_offered   leads that the partner could answer: all but those withdrawn before an answer
 * leads_answered  leads that the partner quoted for or declined
 * last_lead_at    when the newest lead came
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { OPEN_LEADS_CAP } from '#partners/services/reach'

/** How an unanswered lead ended. */
export type Ending = 'answered' | 'silent' | 'withdrawn'

/** Takes one of the partner's places for open leads; the condition is the decision. */
export function claimPlace(trx: Transaction, partnerId: string, now: number): Promise<boolean> {
  const willing = trx
    .from('partners')
    .where({ id: partnerId, status: 'approved', availability: 'available' })
    .where('open_leads', '<', OPEN_LEADS_CAP)
    .whereExists((owner) =>
      owner
        .from('users')
        .whereColumn('users.id', 'partners.user_id')
        .where('users.status', 'active')
    )
  return changedOne(willing, {
    open_leads: trx.raw('open_leads + 1'),
    leads_offered: trx.raw('leads_offered + 1'),
    last_lead_at: now,
  })
}

/** Gives the place back. */
export async function releasePlace(trx: Transaction, partnerId: string, ending: Ending) {
  await trx
    .from('partners')
    .where({ id: partnerId })
    .update({
      open_leads: trx.raw('open_leads - 1'),
      ...(ending === 'answered' ? { leads_answered: trx.raw('leads_answered + 1') } : {}),
      ...(ending === 'withdrawn' ? { leads_offered: trx.raw('leads_offered - 1') } : {}),
    })
}

/** Partners whose counters are not what their leads say; for tests and audits. */
export async function wrongLoads(
  reader: Pick<Transaction, 'from'>,
  partnerIds: string[]
): Promise<object[]> {
  const partners = await reader
    .from('partners')
    .whereIn('id', partnerIds)
    .select('id', 'open_leads', 'leads_offered', 'leads_answered', 'last_lead_at')
  const leads = await reader
    .from('leads')
    .whereIn('partner_id', partnerIds)
    .select('partner_id', 'status', 'answered_at', 'created_at')
  return partners.flatMap((partner) => {
    const own = leads.filter((lead) => lead.partner_id === partner.id)
    const answered = own.filter((lead) => lead.answered_at !== null).length
    const should = {
      id: partner.id,
      open_leads: own.filter((lead) => ['pending', 'viewed'].includes(lead.status)).length,
      leads_offered: own.filter((l) => l.status !== 'withdrawn' || l.answered_at !== null).length,
      leads_answered: answered,
      last_lead_at: Math.max(0, ...own.map((lead) => Number(lead.created_at))),
    }
    const isRight = Object.entries(should).every(([key, value]) =>
      key === 'id' ? true : Number(partner[key]) === value
    )
    return isRight ? [] : [{ should, does: partner }]
  })
}
