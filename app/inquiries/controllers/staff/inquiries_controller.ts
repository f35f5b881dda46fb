import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListStaffInquiries from '#inquiries/queries/list_staff_inquiries'
import StaffInquiryTransformer from '#inquiries/transformers/staff_inquiry_transformer'
import { listStaffInquiriesValidator } from '#inquiries/validators/inquiry'

/** All inquiries, for staff. */
@inject()
export default class InquiriesController {
  constructor(private listInquiries: ListStaffInquiries) {}

  /** Inquiries with the scores of their matches, newest first; `unmatched` ones have no partner. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(
      listStaffInquiriesValidator
    )
    const page = await this.listInquiries.execute({ limit, cursor, count }, filters)
    return serializePage(StaffInquiryTransformer.transform(page.rows), page.meta)
  }
}
