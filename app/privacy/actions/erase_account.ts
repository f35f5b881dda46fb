import { recordAudit } from '#audit/record'
import { redactAudit } from '#audit/services/redaction'
import { forgetSessions } from '#auth/services/session_states'
import { isStaffRole, type Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { closeAllOf } from '#impersonation/services/close'
import CloseInquiriesOf from '#inquiries/actions/close_inquiries_of'
import WithdrawPartner from '#inquiries/actions/withdraw_partner'
import { refreshReach } from '#partners/services/reach'
import PartnerStatusChanged from '#partners/events/partner_status_changed'
import { OpenMatters, StaffAccountStays } from '#privacy/errors'
import { openMatters } from '#privacy/queries/open_matters'
import { PersonRows } from '#privacy/queries/person_rows'
import { anonymise } from '#privacy/services/anonymise'
import { auditedIds } from '#privacy/services/audited'
import { renderInvoicesAnew } from '#privacy/services/invoices'
import { forgetLooseEnds } from '#privacy/services/loose_ends'
import { gatherTraces, maskOf, sealTraces, type Traces } from '#privacy/services/traces'
import User from '#users/models/user'

export interface Erasure {
  id: string
  userId: string
  /** epoch ms */
  erasedAt: number
}

interface EraseInput {
  /** the person, staff, or null when a restored backup is put right */
  actor: Actor | null
  userId: string
  reason?: string | null
}

/**
 * Erases an account: in one transaction every column that names the person is replaced, files,
 * sessions and codes go, and the shop closes. What others wrote down follows by a job. Orders, books
 * and the audit trail stay, and name an id that leads to nobody. Done once, however often it is asked.
 */
export default class EraseAccount {
  /**
   * @throws NotFound
   * @throws StaffAccountStays (409)
   * @throws OpenMatters (409) while there is money or work that somebody waits for; a restored
   * backup is put right whatever is open in it
   */
  async execute({ actor: by, userId, reason: why }: EraseInput): Promise<Erasure> {
    // what is said of the request may name the person: no line takes it unmasked
    const actor = by && { ...by, reason: undefined }
    const reason = why ?? by?.reason
    const { erasure, sessionIds } = await write(async (trx) => {
      const user = await User.query({ client: trx }).where('id', userId).first()
      if (!user) throw new NotFound()
      if (isStaffRole(user.role)) throw new StaffAccountStays()
      const now = clock.now()
      const living = trx.from('users').where('id', userId).whereNull('erased_at')
      const mark = { status: 'deleted', erased_at: now, updated_at: now }
      if (!(await changedOne(living, mark)))
        return { erasure: await erasureOf(trx, userId), sessionIds: [] }
      return this.#erase(trx, { actor, userId, reason }, now)
    })
    forgetSessions(sessionIds)
    return erasure
  }

  async #erase(trx: Transaction, { actor, userId, reason }: EraseInput, now: number) {
    const open = actor ? await openMatters(trx, userId) : []
    if (open.length > 0) throw new OpenMatters(open)
    await closeAllOf(trx, userId)
    await endDealings(trx, userId)

    const rows = new PersonRows(trx, userId)
    const traces = await gatherTraces(rows)
    const sessionIds = (await rows.idsOf('sessions', 'self')).map(String)
    const subjectIds = await auditedIds(rows)
    await redactAudit(trx, { actor, personId: userId, subjectIds, values: traces.values })
    await forgetLooseEnds(trx, rows, traces, now)
    await renderInvoicesAnew(trx, rows)
    await anonymise(trx, rows)
    await tellCatalogue(trx, rows)
    const erasure = await store(trx, { actor, userId, reason }, traces, now)
    return { erasure, sessionIds }
  }
}

/** Partners who wait for this client, and clients who wait for this partner, do so no longer. */
async function endDealings(trx: Transaction, userId: string) {
  await new CloseInquiriesOf().execute({ clientId: userId })
  const partner = await trx.from('partners').where('user_id', userId).select('id').first()
  if (!partner) return
  await trx.from('partners').where('id', partner.id).update({ status: 'suspended' })
  await new WithdrawPartner().execute({ partnerId: partner.id })
  await refreshReach(trx, [partner.id])
}

/** The listings, which are inactive now, leave every list. */
async function tellCatalogue(trx: Transaction, rows: PersonRows) {
  for (const partnerId of await rows.idsOf('partners', 'partner'))
    await outbox.record(trx, new PartnerStatusChanged(String(partnerId)))
}

async function store(
  trx: Transaction,
  { actor, userId, reason }: EraseInput,
  traces: Traces,
  now: number
): Promise<Erasure> {
  const id = newId('erasure')
  await trx
    .insertQuery()
    .table('erasures')
    .insert({
      id,
      user_id: userId,
      origin: originOf(actor, userId),
      requested_by: actor?.id ?? null,
      traces: sealTraces(traces),
      looks: 0,
      created_at: now,
    })
  await recordAudit(trx, {
    actor,
    action: 'user.erased',
    subject: { type: 'user', id: userId },
    reason: maskedReason(reason, traces),
  })
  await outbox.dispatch(trx, 'privacy.sweep_traces', { erasureId: id })
  return { id, userId, erasedAt: now }
}

function originOf(actor: Actor | null, userId: string): 'self' | 'staff' | 'restore' {
  if (!actor) return 'restore'
  return actor.id === userId ? 'self' : 'staff'
}

function maskedReason(reason: string | null | undefined, traces: Traces): string | null {
  return reason ? maskOf(traces)(reason) : null
}

async function erasureOf(trx: Transaction, userId: string): Promise<Erasure> {
  const row = await trx.from('erasures').where('user_id', userId).firstOrFail()
  return { id: row.id, userId, erasedAt: Number(row.created_at) }
}
