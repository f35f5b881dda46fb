import { TransactionalJob } from '#core/outbox/job'
import PlaceQuoteOrder, { type AcceptedQuote } from '#orders/actions/place_quote_order'

/** Runs within the acceptance: a quote is accepted and ordered, or neither. */
export default class PlaceQuoteOrderListener extends TransactionalJob<AcceptedQuote> {
  async run(quote: AcceptedQuote) {
    await new PlaceQuoteOrder().execute(quote)
  }
}
