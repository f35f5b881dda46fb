import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import VerifyEmail from '#clients/actions/verify_email'

/** That an address is its owner's. */
@inject()
export default class EmailVerificationsController {
  constructor(private verifyEmail: VerifyEmail) {}

  /** Confirm the address of somebody who could not do it by code. */
  async update({ actor, params, response }: HttpContext) {
    await this.verifyEmail.execute({ actor: actor!, customerId: params.customerId })
    response.status(204)
  }
}
