import { BaseTransformer } from '@adonisjs/core/transformers'
import type { CustomerFile } from '#clients/queries/get_customer'
import NoteTransformer from '#clients/transformers/note_transformer'
import type { Actor } from '#core/actor'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import ImpersonationTransformer from '#impersonation/transformers/impersonation_transformer'
import { ratingOf } from '#partners/services/public_facts'
import AddressTransformer from '#users/transformers/address_transformer'
import ProfileTransformer from '#users/transformers/profile_transformer'
import BalanceTransformer from '#withdrawals/transformers/balance_transformer'

/**
 * Everything about one client or partner. Members that the asker may not read are not there at all:
 * JSON leaves out what is undefined.
 */
export default class CustomerFileTransformer extends BaseTransformer<CustomerFile> {
  constructor(
    resource: CustomerFile,
    private reader: Actor
  ) {
    super(resource)
  }

  toObject() {
    const { account, addresses, notes, looks } = this.resource
    const { user } = account
    return {
      ...new ProfileTransformer(account, this.reader).toObject(),
      regionId: user.regionId,
      statusReason: user.statusReason,
      suspendedUntil: toIso(user.suspendedUntil),
      lastLoginAt: toIso(user.lastLoginAt),
      addresses: addresses.map((address) => new AddressTransformer(address).toObject()),
      partner: this.#partner(),
      sessions: this.#sessions(),
      trade: this.#trade(),
      orders: this.#orders(),
      openCases: this.#openCases(),
      payments: this.#payments(),
      inquiries: this.#inquiries(),
      mails: this.#mails(),
      notes: notes && {
        count: notes.count,
        newest: notes.newest.map((note) => new NoteTransformer(note).toObject()),
      },
      staffActions: this.#deeds(),
      impersonations: looks?.rows.map((look) => new ImpersonationTransformer(look).toObject()),
    }
  }

  #partner() {
    const { partner, balances } = this.resource
    if (!partner) return null
    const { id, businessName, slug, status, availability } = partner
    return {
      ...{ id, businessName, slug, status, availability },
      rating: ratingOf(partner),
      openLeads: partner.openLeads,
      submittedAt: toIso(partner.submittedAt),
      verifiedAt: toIso(partner.verifiedAt),
      balances: balances?.map((balance) => new BalanceTransformer(balance).toObject()),
    }
  }

  #sessions() {
    const { count, last } = this.resource.sessions
    const device = last && {
      userAgent: last.user_agent,
      transport: last.transport,
      lastSeenAt: toIso(last.last_seen_at),
    }
    return { count, lastDevice: device }
  }

  #trade() {
    return this.resource.trade?.map(({ currency, count, amount, refunded }) => ({
      currency,
      count,
      paid: money(amount, currency),
      refunded: money(refunded, currency),
    }))
  }

  #orders() {
    return this.resource.orders?.map((order) => ({
      id: order.id,
      number: order.number,
      status: order.status,
      total: money(order.total_amount, order.currency),
      createdAt: toIso(order.created_at),
    }))
  }

  #openCases() {
    return this.resource.cases?.map((one) => ({
      kind: one.kind,
      id: one.id,
      status: one.status,
      amount: money(one.amount, one.currency),
      orderId: one.order_id,
      createdAt: toIso(one.created_at),
    }))
  }

  #payments() {
    return this.resource.payments?.map((payment) => ({
      id: payment.id,
      status: payment.status,
      gateway: payment.gateway,
      amount: money(payment.amount, payment.currency),
      orderId: payment.order_id,
      createdAt: toIso(payment.created_at),
    }))
  }

  #inquiries() {
    const { inquiries } = this.resource
    return (
      inquiries && {
        count: inquiries.count,
        newest: inquiries.newest.map(({ id, title, status, created_at: createdAt }) => ({
          ...{ id, title, status },
          createdAt: toIso(createdAt),
        })),
      }
    )
  }

  #mails() {
    return this.resource.mails?.map((mail) => ({
      id: mail.id,
      template: mail.template,
      subject: mail.subject,
      status: mail.status,
      sentAt: toIso(mail.sent_at),
      createdAt: toIso(mail.created_at),
    }))
  }

  #deeds() {
    return this.resource.deeds?.map((deed) => ({
      id: String(deed.id),
      action: deed.action,
      actor: deed.actor_id ? { id: deed.actor_id, name: deed.actor_name } : null,
      reason: deed.reason,
      createdAt: toIso(deed.created_at),
    }))
  }
}
