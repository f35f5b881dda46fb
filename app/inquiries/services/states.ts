/*
 * The legal moves of inquiries and leads. Every change of a status is a conditional update whose
 * WHERE comes from these two tables.
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

export const INQUIRY_MOVES = {
  submitted: ['offered', 'closed', 'expired'],
  offered: ['quoted', 'closed', 'expired'],
  quoted: ['quoted', 'accepted', 'closed', 'expired'],
  accepted: [],
  closed: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>

export const LEAD_MOVES = {
  pending: ['viewed', 'quoted', 'declined', 'expired', 'withdrawn'],
  viewed: ['quoted', 'declined', 'expired', 'withdrawn'],
  quoted: ['won', 'lost', 'expired', 'withdrawn'],
  won: [],
  lost: [],
  declined: [],
  expired: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>

export type InquiryStatus = keyof typeof INQUIRY_MOVES
export type LeadStatus = keyof typeof LEAD_MOVES

export const INQUIRY_STATUSES = Object.keys(INQUIRY_MOVES) as InquiryStatus[]
export const LEAD_STATUSES = Object.keys(LEAD_MOVES) as LeadStatus[]

/** Inquiries that partners can still be found for. */
export const OPEN_INQUIRY: InquiryStatus[] = ['submitted', 'offered', 'quoted']
/** Leads that wait for the partner's answer: these count against the cap of open leads. */
export const UNANSWERED_LEAD: LeadStatus[] = ['pending', 'viewed']
/** Leads that may still lead to something. */
export const LIVE_LEAD: LeadStatus[] = [...UNANSWERED_LEAD, 'quoted']

function sourcesOf(moves: Record<string, readonly string[]>, to: string): string[] {
  return Object.keys(moves).filter((from) => moves[from].includes(to))
}

/** Moves an inquiry, and locks it. @returns false when its status does not allow the move */
export function moveInquiry(
  trx: Transaction,
  id: string,
  to: InquiryStatus,
  values: Record<string, unknown> = {}
): Promise<boolean> {
  const movable = trx
    .from('inquiries')
    .where({ id })
    .whereIn('status', sourcesOf(INQUIRY_MOVES, to))
  return changedOne(movable, {
    status: to,
    version: trx.raw('version + 1'),
    updated_at: clock.now(),
    ...values,
  })
}

/** Locks an inquiry as it is. @returns false when it is not open any more */
export function lockOpenInquiry(trx: Transaction, id: string): Promise<boolean> {
  const open = trx.from('inquiries').where({ id }).whereIn('status', OPEN_INQUIRY)
  return changedOne(open, { version: trx.raw('version + 1') })
}

/** Moves a lead. @returns false when its status does not allow the move */
export function moveLead(
  trx: Transaction,
  id: string,
  to: LeadStatus,
  values: Record<string, unknown> = {}
): Promise<boolean> {
  const movable = trx.from('leads').where({ id }).whereIn('status', sourcesOf(LEAD_MOVES, to))
  return changedOne(movable, { status: to, updated_at: clock.now(), ...values })
}

/** Where an inquiry or a lead stands now; to be named in a refusal. */
export async function statusOf(trx: Transaction, table: 'inquiries' | 'leads', id: string) {
  const row = await trx.from(table).where({ id }).select('status').firstOrFail()
  return row.status as string
}
