import logger from '@adonisjs/core/services/logger'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { GatewayObjectUnknown } from '#payments/errors'
import GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import GatewayPayoutReported from '#payments/events/gateway_payout_reported'
import GatewayRefundReported from '#payments/events/gateway_refund_reported'
import type { GatewayName, GatewayNews } from '#payments/gateways/gateway'
import { applyGatewayPayment } from '#payments/services/apply_payment'

/**
 * Applies what a gateway reports to whatever it is about. Refunds, disputes and payouts belong to
 * other domains, which listen within this transaction.
 *
 * @returns false for news that mean nothing to us
 * @throws GatewayObjectUnknown when we do not know (yet) what it is about
 */
export async function applyNews(
  trx: Transaction,
  gateway: GatewayName,
  news: GatewayNews
): Promise<boolean> {
  switch (news.about) {
    case 'payment':
      if ((await applyGatewayPayment(trx, gateway, news.payment)) === 'unknown')
        throw new GatewayObjectUnknown(gateway, news.payment.id)
      return true
    case 'refund':
      await outbox.record(trx, new GatewayRefundReported(gateway, news.refund))
      return true
    case 'dispute':
      await outbox.record(trx, new GatewayDisputeReported(gateway, news.dispute))
      return true
    case 'payout':
      await outbox.record(trx, new GatewayPayoutReported(gateway, news.payout))
      return true
    case 'several':
      return applyEach(trx, gateway, news.news)
    case 'other':
      return false
  }
}

/** Those about nobody's payment, which another shop at the same gateway has, hold up none of ours. */
async function applyEach(
  trx: Transaction,
  gateway: GatewayName,
  news: GatewayNews[]
): Promise<boolean> {
  const unknown: GatewayObjectUnknown[] = []
  let isKnown = false
  for (const one of news)
    try {
      isKnown = (await applyNews(trx, gateway, one)) || isKnown
    } catch (error) {
      if (!(error instanceof GatewayObjectUnknown)) throw error
      unknown.push(error)
    }
  if (unknown.length && !isKnown) throw unknown[0]
  for (const { message } of unknown) logger.warn({ gateway, why: message }, 'news of nobody')
  return isKnown
}
