import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { Money } from '#core/support/money'
import { OrderNotPayable } from '#payments/errors'
import type { GatewayName } from '#payments/gateways/gateway'
import { assertEnabled, assertHasPage, defaultPageGateway } from '#payments/gateways/registry'
import { findLink, type LinkRow } from '#payments/queries/link_rows'
import { openAtGateway, reservePayment } from '#payments/services/open_payment'

const LIVES_FOR = DAY
const LIVES_AT_MOST = 7 * DAY

export interface NewLink {
  actor: Actor
  kind: LinkRow['kind']
  /** its total is asked for; without one, `amount` and `description` say what for */
  orderId?: string
  amount?: Money
  description?: string
  gateway?: GatewayName
  /** epoch ms; a day from now when not given, seven at most */
  expiresAt?: number
}

interface Cause {
  orderId: string | null
  clientId: string | null
  amount: Money
  description: string
}

/** Makes a page at a gateway where somebody pays for an order, or a free amount, without an account. */
export default class CreateLink {
  /**
   * Runs outside of any transaction: the gateway is called between two of them.
   *
   * @throws InvalidField, GatewayNotEnabled (422), GatewayHasNoPage, NotFound or OrderNotPayable for the order
   * @throws GatewayRefused, GatewayUnavailable
   */
  async execute(input: NewLink): Promise<LinkRow> {
    const gateway = input.gateway ?? defaultPageGateway()
    assertEnabled(gateway)
    assertHasPage(gateway)
    const expiresAt = expiryOf(input)
    const payment = await write(async (trx) => {
      const cause = await causeOf(trx, input)
      const linkId = await insertLink(trx, { ...input, gateway, expiresAt }, cause)
      return reservePayment(trx, {
        purpose: cause.orderId === null ? 'link' : 'order',
        orderId: cause.orderId,
        linkId,
        clientId: cause.clientId,
        gateway,
        ...cause.amount,
        openFor: `${linkId}:hosted`,
      })
    })
    await openAtGateway(payment, true)
    return findLink(payment.link_id!)
  }
}

function expiryOf({ expiresAt }: NewLink): number {
  const now = clock.now()
  if (expiresAt === undefined) return now + LIVES_FOR
  if (expiresAt > now && expiresAt <= now + LIVES_AT_MOST) return expiresAt
  throw new InvalidField('expiresAt', 'range', 'The expiresAt field must be within seven days')
}

async function causeOf(
  trx: Transaction,
  { orderId, amount, description }: NewLink
): Promise<Cause> {
  if (orderId === undefined)
    return { orderId: null, clientId: null, amount: amount!, description: description! }
  const order = await trx.from('orders').where({ id: orderId }).first()
  if (!order) throw new NotFound()
  if (order.status !== 'awaiting_payment') throw new OrderNotPayable(order.status)
  return {
    orderId,
    clientId: order.client_id,
    amount: { amount: Number(order.total_amount), currency: order.currency },
    description: description ?? `Order ${order.number}`,
  }
}

async function insertLink(
  trx: Transaction,
  input: NewLink & { gateway: GatewayName; expiresAt: number },
  { orderId, amount, description }: Cause
): Promise<string> {
  const id = newId('link')
  const now = clock.now()
  await trx
    .insertQuery()
    .table('payment_links')
    .insert({
      id,
      kind: input.kind,
      gateway: input.gateway,
      gateway_link_id: `pending:${id}`,
      order_id: orderId,
      ...amount,
      description,
      status: 'open',
      expires_at: input.expiresAt,
      created_by: input.actor.id,
      created_at: now,
      updated_at: now,
    })
  await outbox.dispatch(
    trx,
    'payments.expire_link',
    { linkId: id },
    { availableAt: input.expiresAt }
  )
  await recordAudit(trx, {
    actor: input.actor,
    action: 'payment_link.created',
    subject: { type: 'payment_link', id },
    after: { kind: input.kind, gateway: input.gateway, orderId, ...amount, description },
  })
  return id
}
