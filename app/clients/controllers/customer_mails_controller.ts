import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import MailCustomer from '#clients/actions/mail_customer'
import { customMailValidator } from '#clients/validators/customer'

/** Mails that staff send to one client or partner. */
@inject()
export default class CustomerMailsController {
  constructor(private mailCustomer: MailCustomer) {}

  /** Send a mail in one's own words: plain text, with a greeting and our name around it. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(customMailValidator)
    const { customerId } = params
    const emailLogId = await this.mailCustomer.custom({ actor: actor!, customerId, ...input })
    response.status(202)
    return serialize({ emailLogId })
  }

  /** Mail a link that sets a new password; it is shown to nobody else. */
  async reset({ actor, params, response, serialize }: HttpContext) {
    await this.mailCustomer.resetLink({ actor: actor!, customerId: params.customerId })
    response.status(202)
    return serialize({ message: 'A mail is on its way' })
  }
}
