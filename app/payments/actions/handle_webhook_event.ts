import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, HOUR, SECOND } from '#core/support/clock'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayName, GatewayNews } from '#payments/gateways/gateway'
import { gateway } from '#payments/gateways/registry'
import {
  UNHANDLED,
  type WebhookEventRow,
  type WebhookEventWithMessage,
  type WebhookState,
} from '#payments/queries/webhook_event_rows'
import { applyNews } from '#payments/services/apply_news'

const FIRST_RETRY = SECOND
const LONGEST_RETRY = HOUR

/** Marks the delivery of the job in the same transaction. */
type Finish = (trx: Transaction) => Promise<void>

/** Does what a stored message says, once, however often it is told to. */
export default class HandleWebhookEvent {
  async execute({ webhookEventId }: { webhookEventId: string }, finish: Finish) {
    const event: WebhookEventWithMessage = await db
      .from('webhook_events')
      .where({ id: webhookEventId })
      .firstOrFail()
    if (!UNHANDLED.includes(event.state)) return write(finish)

    const news = await (await gateway(event.gateway)).readEvent(event.raw)
    try {
      await write(async (trx) => {
        const isKnown = await applyNewsOnce(trx, event, () => applyNews(trx, event.gateway, news))
        if (isKnown !== null) await moveOn(trx, event, news, isKnown ? 'done' : 'ignored')
        await finish(trx)
      })
    } catch (error) {
      if (!(error instanceof GatewayObjectUnknown)) throw error
      await write(async (trx) => {
        await park(trx, event, error.message)
        await finish(trx)
      })
    }
  }
}

/** Whoever counts the attempt holds the message until the transaction ends. */
async function applyNewsOnce<T>(trx: Transaction, event: WebhookEventRow, apply: () => Promise<T>) {
  const waiting = trx.from('webhook_events').where({ id: event.id }).whereIn('state', UNHANDLED)
  const isOurs = await changedOne(waiting, { attempts: trx.raw('attempts + 1') })
  return isOurs ? apply() : null
}

async function moveOn(
  trx: Transaction,
  { id, gateway: name }: WebhookEventRow,
  news: GatewayNews,
  state: WebhookState
) {
  await trx
    .from('webhook_events')
    .where({ id })
    .update({
      state,
      payment_id: await paymentMeant(trx, name, news),
      handled_at: clock.now(),
      last_error: null,
    })
}

/** The payment that news are about, where there is one: by itself, its refund or its dispute. */
async function paymentMeant(
  trx: Transaction,
  name: GatewayName,
  news: GatewayNews
): Promise<string | null> {
  const gatewayPaymentId = gatewayPaymentIn(news)
  if (!gatewayPaymentId) return null
  const named = { gateway: name, gateway_payment_id: gatewayPaymentId }
  const payment = await trx.from('payments').where(named).select('id').first()
  return payment?.id ?? null
}

function gatewayPaymentIn(news: GatewayNews): string | null {
  if (news.about === 'payment') return news.payment.id
  if (news.about === 'refund') return news.refund.gatewayPaymentId
  if (news.about === 'dispute') return news.dispute.gatewayPaymentId
  return null
}

/** News may overtake what it is about: it waits 1 s, 2 s, 4 s, ... up to an hour, for three days. */
async function park(trx: Transaction, event: WebhookEventRow, reason: string) {
  const now = clock.now()
  const isOver = now > Number(event.give_up_at)
  const attempts = Number(event.attempts) + 1
  const waiting = trx.from('webhook_events').where({ id: event.id }).whereIn('state', UNHANDLED)
  const isOurs = await changedOne(waiting, {
    state: isOver ? 'dead' : 'parked',
    attempts,
    last_error: reason,
  })
  if (!isOurs) return
  if (isOver) return logger.error({ event: event.id }, 'a web hook is about nothing we know')
  const delay = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(attempts - 1, 12))
  await outbox.dispatch(
    trx,
    'payments.handle_webhook_event',
    { webhookEventId: event.id },
    { availableAt: now + delay }
  )
}
