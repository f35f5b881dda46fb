/*
 * What an account has left behind and what was done about it: log-ins, inquiries, mails, notes, deeds
 * of staff. One or two queries each.
 */
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { noteRows, type NoteRow } from '#clients/queries/list_notes'
import type { Subject } from '#clients/queries/customer_money'

const NEWEST = 5
const NEWEST_DEEDS = 10

export interface SessionsBrief {
  /** live ones */
  count: number
  /** the device that was seen last */
  last: { user_agent: string | null; transport: string; last_seen_at: number } | null
}

export interface InquiriesBrief {
  count: number
  newest: { id: string; title: string; status: string; created_at: number }[]
}

export interface MailBrief {
  id: string
  template: string
  subject: string
  status: string
  sent_at: number | null
  created_at: number
}

export interface DeedBrief {
  id: number
  action: string
  actor_id: string | null
  actor_name: string | null
  reason: string | null
  created_at: number
}

export interface NotesBrief {
  count: number
  newest: NoteRow[]
}

/** How often somebody is logged in, and where last. */
export async function sessionsOf({ userId }: Subject): Promise<SessionsBrief> {
  const now = clock.now()
  const { count } = await db
    .from('sessions')
    .where('user_id', userId)
    .whereNull('revoked_at')
    .where('idle_expires_at', '>', now)
    .where('absolute_expires_at', '>', now)
    .count('* as count')
    .first()
  const last = await db
    .from('sessions')
    .where('user_id', userId)
    .orderBy('last_seen_at', 'desc')
    .select('user_agent', 'transport', 'last_seen_at')
    .first()
  return { count: Number(count), last: last ?? null }
}

/** What a client asked the market for. */
export async function inquiriesOf({ userId }: Subject): Promise<InquiriesBrief> {
  const own = () => db.from('inquiries').where('client_id', userId)
  const { count } = await own().count('* as count').first()
  const newest = await own()
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .select('id', 'title', 'status', 'created_at')
  return { count: Number(count), newest }
}

/** The mails that went out last, without their bodies. */
export async function newestMails({ userId }: Subject): Promise<MailBrief[]> {
  return db
    .from('email_logs')
    .where('user_id', userId)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .select('id', 'template', 'subject', 'status', 'sent_at', 'created_at')
}

/** Pinned notes, then the newest. */
export async function notesOf({ userId }: Subject): Promise<NotesBrief> {
  const { count } = await db.from('notes').where('user_id', userId).count('* as count').first()
  const newest = await noteRows(db)
    .where('notes.user_id', userId)
    .orderBy('notes.is_pinned', 'desc')
    .orderBy('notes.id', 'desc')
    .limit(NEWEST)
  return { count: Number(count), newest }
}

/** What staff did to the account, and to its shop. */
export async function deedsOf({ userId, partnerId }: Subject): Promise<DeedBrief[]> {
  const to = (id: string): Promise<DeedBrief[]> =>
    db
      .from('audit_entries')
      .leftJoin('users', 'users.id', 'audit_entries.actor_id')
      .where('subject_id', id)
      .whereNotIn('actor_role', ['client', 'partner'])
      .orderBy('audit_entries.created_at', 'desc')
      .orderBy('audit_entries.id', 'desc')
      .limit(NEWEST_DEEDS)
      .select('audit_entries.id', 'action', 'actor_id', 'users.name as actor_name', 'reason')
      .select('audit_entries.created_at')
  // two ranges of the index over the subject, where one query would sort
  const found = await Promise.all([to(userId), ...(partnerId ? [to(partnerId)] : [])])
  return found
    .flat()
    .sort((a, b) => Number(b.id) - Number(a.id))
    .slice(0, NEWEST_DEEDS)
}
