import { regionOfClient } from '#carts/queries/region_of_client'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { newId } from '#core/support/ids'
import OrderPlaced from '#orders/events/order_placed'
import { payFreeOrder } from '#orders/services/mark_paid'
import { priceLines } from '#orders/services/price_lines'
import { AGREED_LIFETIME, writeOrder } from '#orders/services/write_order'

export interface AcceptedQuote {
  leadId: string
  clientId: string
  clientIp: string
  partnerId: string
  categoryId: string
  title: string
  /** minor units, before tax */
  amount: number
  currency: string
  /** YYYY-MM-DD */
  wantedOn: string | null
}

/** how often a client may ask for changes of what was made for a quote */
export const QUOTE_REVISIONS = 2

/** A quote that a client has accepted becomes an order of one line; a lead makes one at most. */
export default class PlaceQuoteOrder {
  /** @returns its id */
  async execute(quote: AcceptedQuote): Promise<string> {
    const { clientId, partnerId, categoryId, title, amount, currency } = quote
    return write(async (trx) => {
      const region = await regionOfClient({ id: clientId, ip: quote.clientIp })
      const facts = {
        listingId: null,
        variantId: null,
        kind: 'quote' as const,
        title,
        sku: '',
        options: {},
        revisions: QUOTE_REVISIONS,
      }
      const line = { partnerId, quantity: 1, unitAmount: amount, categoryId, facts }
      const priced = await priceLines(trx, [line], { currency, region })
      const orderId = newId('order')
      await writeOrder(trx, orderId, {
        clientId,
        placedBy: clientId,
        source: 'quote',
        leadId: quote.leadId,
        regionId: region?.id ?? null,
        deadline: quote.wantedOn,
        lifetime: AGREED_LIFETIME,
        ...priced,
      })
      await outbox.record(trx, new OrderPlaced(orderId, clientId, 'quote'))
      if (priced.pricing.totalAmount === 0) await payFreeOrder(trx, orderId)
      return orderId
    })
  }
}
