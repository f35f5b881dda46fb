/*
 * What staff have said about a listing. With LISTING_MODERATION=manual nothing is sold that nobody
 * has looked at: new listings wait, and so does an approved one whose partner changes what people
 * read or see of it (title, description, category, pictures, a package's platform and content).
 * Prices, stock, variants and times change without asking. With auto nothing waits, and staff hide
 * what should not be there. What is hidden stays so until staff reinstate it.
 */
import env from '#start/env'
import type { Actor } from '#core/actor'

export const MODERATION_STATES = ['pending', 'approved', 'hidden'] as const
export type ModerationState = (typeof MODERATION_STATES)[number]

export type ModerationDecision = 'approve' | 'hide' | 'reinstate'

/** What each decision makes of which states. */
export const MODERATION_MOVES: Record<
  ModerationDecision,
  { from: ModerationState[]; to: ModerationState }
> = {
  approve: { from: ['pending'], to: 'approved' },
  hide: { from: ['pending', 'approved'], to: 'hidden' },
  reinstate: { from: ['hidden'], to: 'approved' },
}

/** Whether this person's listings are looked at by staff: those of staff are their own word. */
export function isModerated(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'partner' && env.get('LISTING_MODERATION') === 'manual'
}

/** How a new listing begins. */
export function firstModeration(actor: Pick<Actor, 'role'>): ModerationState {
  return isModerated(actor) ? 'pending' : 'approved'
}
