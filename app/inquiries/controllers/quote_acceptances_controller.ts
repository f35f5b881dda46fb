import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AcceptQuote from '#inquiries/actions/accept_quote'
import InquiryTransformer from '#inquiries/transformers/inquiry_transformer'

/** The choice of one quote among those a client got. */
@inject()
export default class QuoteAcceptancesController {
  constructor(private acceptQuote: AcceptQuote) {}

  /** Accept the quote of a lead; the first acceptance wins, the other leads end. */
  async store({ actor, params, serialize }: HttpContext) {
    const { inquiryId, leadId } = params
    const inquiry = await this.acceptQuote.execute({ actor: actor!, inquiryId, leadId })
    return serialize(InquiryTransformer.transform(inquiry))
  }
}
