import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'
import GetInquiry from '#inquiries/queries/get_inquiry'
import ListClientInquiries from '#inquiries/queries/list_client_inquiries'
import InquiryTransformer from '#inquiries/transformers/inquiry_transformer'
import { listInquiriesValidator, submitInquiryValidator } from '#inquiries/validators/inquiry'

/** A client's inquiries: what is wanted, and who offers it. */
@inject()
export default class InquiriesController {
  constructor(
    private submitInquiry: SubmitInquiry,
    private listInquiries: ListClientInquiries,
    private getInquiry: GetInquiry
  ) {}

  /** Submit an inquiry; it goes to the best partners at once. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(submitInquiryValidator)
    const inquiry = await this.submitInquiry.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(InquiryTransformer.transform(inquiry))
  }

  /** Own inquiries with the answers to them, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listInquiriesValidator)
    const page = await this.listInquiries.execute(actor!, filters)
    return serializePage(InquiryTransformer.transform(page.rows), page.meta)
  }

  /** One own inquiry with the answers to it. */
  async show({ actor, params, serialize }: HttpContext) {
    const inquiry = await this.getInquiry.own(actor!, params.inquiryId)
    return serialize(InquiryTransformer.transform(inquiry))
  }
}
