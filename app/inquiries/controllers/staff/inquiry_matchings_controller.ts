import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RematchInquiry from '#inquiries/actions/rematch_inquiry'
import StaffInquiryTransformer from '#inquiries/transformers/staff_inquiry_transformer'

/** Another search for partners. */
@inject()
export default class InquiryMatchingsController {
  constructor(private rematchInquiry: RematchInquiry) {}

  /** Match an open inquiry again: partners who were not asked yet fill up its live leads. */
  async store({ actor, params, serialize }: HttpContext) {
    const inquiry = await this.rematchInquiry.execute({
      actor: actor!,
      inquiryId: params.inquiryId,
    })
    return serialize(StaffInquiryTransformer.transform(inquiry))
  }
}
