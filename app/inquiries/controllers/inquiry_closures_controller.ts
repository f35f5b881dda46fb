import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CloseInquiry from '#inquiries/actions/close_inquiry'
import InquiryTransformer from '#inquiries/transformers/inquiry_transformer'

/** The end of an inquiry by its client. */
@inject()
export default class InquiryClosuresController {
  constructor(private closeInquiry: CloseInquiry) {}

  /** Close an own inquiry; its open leads end. */
  async store({ actor, params, serialize }: HttpContext) {
    const inquiry = await this.closeInquiry.execute({
      actor: actor!,
      inquiryId: params.inquiryId,
    })
    return serialize(InquiryTransformer.transform(inquiry))
  }
}
