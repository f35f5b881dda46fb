import { DAY, HOUR } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { Dice } from '#database/seeders/demo/dice'
import type { PartnerRow } from '#database/seeders/demo/partners'
import type { World } from '#database/seeders/demo/world'

const INQUIRIES = 25
const ANSWER_WITHIN = 2 * DAY
const ANSWERED = new Set(['quoted', 'declined', 'won', 'lost'])

/** What became of each inquiry, and of the leads that it made, best partner first. */
const STORIES: { status: string; ageDays: number; leads: string[] }[] = [
  { status: 'offered', ageDays: 0.2, leads: ['pending', 'viewed', 'pending'] },
  { status: 'quoted', ageDays: 1, leads: ['quoted', 'viewed', 'declined'] },
  { status: 'accepted', ageDays: 12, leads: ['won', 'lost', 'expired'] },
  { status: 'closed', ageDays: 20, leads: ['lost', 'declined', 'withdrawn'] },
  { status: 'expired', ageDays: 25, leads: ['expired', 'expired', 'declined'] },
]

interface Client {
  id: string
}

interface MadePartners {
  partners: PartnerRow[]
  categories: { partner_id: string; category_id: string }[]
}

interface LeadRow {
  partner_id: string
  status: string
  created_at: number
  [column: string]: unknown
}

/**
 * Inquiries with their leads; raises the partners' lead counters to match. Every story is played at
 * every place, so each state is there several times.
 */
export function makeInquiries(world: World, dice: Dice, clients: Client[], made: MadePartners) {
  const inquiries: object[] = []
  const leads: LeadRow[] = []
  const feed: object[] = []
  for (let index = 0; index < INQUIRIES; index++) {
    const story = STORIES[index % STORIES.length]
    const place = world.places[Math.floor(index / STORIES.length) % world.places.length]
    const round = Math.floor(index / STORIES.length)
    const category = world.categories[(index + round) % world.categories.length]
    const createdAt = Math.round(world.now - story.ageDays * DAY - dice.between(0, 90) * 60_000)
    const budgetMin = dice.between(5, 20) * 5000
    const inquiry = {
      id: newId('inquiry'),
      client_id: clients[index % clients.length].id,
      category_id: category.id,
      location_id: place.id,
      title: category.title,
      description: `${category.title} in ${place.city}. Please tell us what it would cost.`,
      budget_min: budgetMin,
      budget_max: budgetMin * 3,
      currency: place.currency,
      wanted_on: new Date(world.now + dice.between(14, 60) * DAY).toISOString().slice(0, 10),
      status: story.status,
      accepted_lead_id: null as string | null,
      closed_at: ['accepted', 'closed', 'expired'].includes(story.status)
        ? createdAt + 4 * DAY
        : null,
      created_at: createdAt,
      updated_at: createdAt,
    }
    const serving = new Set(
      made.categories.filter((one) => one.category_id === category.id).map((one) => one.partner_id)
    )
    const asked = made.partners
      .filter((one) => one.status === 'approved' && one.location_id === place.id)
      .filter((one) => serving.has(one.id))
      .sort((a, b) => b.rating_score - a.rating_score)
    asked.slice(0, story.leads.length).forEach((partner, at) => {
      const lead = leadRow(dice, inquiry, partner, story.leads[at], at + 1)
      if (lead.status === 'won') inquiry.accepted_lead_id = lead.id
      countLead(partner, lead)
      leads.push(lead)
      feed.push(noticeOf(partner.user_id, 'lead_offered', `New lead: ${inquiry.title}`, lead))
      if (lead.quote_amount !== null)
        feed.push(
          noticeOf(inquiry.client_id, 'quote_received', `A quote for: ${inquiry.title}`, {
            id: inquiry.id,
            created_at: lead.updated_at,
          })
        )
    })
    inquiries.push(inquiry)
  }
  return { inquiries, leads, feed }
}

function leadRow(
  dice: Dice,
  inquiry: { id: string; budget_min: number; currency: string; created_at: number },
  partner: PartnerRow,
  status: string,
  rank: number
) {
  const parts = {
    rating: Math.round((partner.rating_score - 1000) / 4) / 1000,
    responseRate: dice.between(70, 100) / 100,
    priceFit: dice.between(60, 100) / 100,
    distance: 1,
    turn: dice.between(10, 100) / 100,
  }
  const score =
    0.35 * parts.rating +
    0.2 * parts.responseRate +
    0.2 * parts.priceFit +
    0.15 * parts.distance +
    0.1 * parts.turn
  const createdAt = inquiry.created_at
  const isAnswered = ANSWERED.has(status)
  const isQuoted = isAnswered && status !== 'declined'
  const answeredAt = isAnswered ? createdAt + dice.between(2, 20) * HOUR : null
  return {
    id: newId('lead'),
    inquiry_id: inquiry.id,
    partner_id: partner.id,
    status,
    rank,
    score: Math.round(score * 1_000_000),
    score_parts: JSON.stringify(parts),
    rule_version: 1,
    quote_amount: isQuoted ? inquiry.budget_min + dice.between(0, 10) * 2500 : null,
    quote_currency: isQuoted ? inquiry.currency : null,
    message: isQuoted ? 'We would love to do this; the price includes travel.' : null,
    due_at: createdAt + ANSWER_WITHIN,
    viewed_at: isAnswered || status === 'viewed' ? createdAt + HOUR : null,
    answered_at: answeredAt,
    ended_at: endOf(status, createdAt, answeredAt),
    created_at: createdAt,
    updated_at: answeredAt ?? createdAt,
  }
}

function endOf(status: string, createdAt: number, answeredAt: number | null): number | null {
  if (['pending', 'viewed', 'quoted'].includes(status)) return null
  if (status === 'declined') return answeredAt
  return status === 'expired' ? createdAt + ANSWER_WITHIN : createdAt + 4 * DAY
}

function countLead(partner: PartnerRow, lead: LeadRow) {
  partner.leads_offered++
  if (ANSWERED.has(lead.status)) partner.leads_answered++
  if (['pending', 'viewed'].includes(lead.status)) partner.open_leads++
  partner.last_lead_at = Math.max(partner.last_lead_at, lead.created_at)
}

function noticeOf(
  userId: string,
  kind: string,
  title: string,
  subject: { id?: unknown; created_at: number }
) {
  return {
    id: newId('notification'),
    user_id: userId,
    kind,
    title,
    body: `${title}.`,
    subject_id: subject.id,
    created_at: subject.created_at,
  }
}
