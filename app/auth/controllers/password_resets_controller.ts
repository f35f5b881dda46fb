import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SendPasswordReset from '#auth/actions/send_password_reset'
import SetPassword from '#auth/actions/set_password'
import { forgotPasswordValidator, resetPasswordValidator } from '#auth/validators/auth'

/** A forgotten password: a link by mail, and the new password that the link allows. */
@inject()
export default class PasswordResetsController {
  constructor(
    private sendPasswordReset: SendPasswordReset,
    private setPassword: SetPassword
  ) {}

  /** Mail a reset link; same answer whether or not the account exists. */
  async store({ request, response, serialize }: HttpContext) {
    const { email } = await request.validateUsing(forgotPasswordValidator)
    await this.sendPasswordReset.execute({ email })
    response.status(202)
    return serialize({ message: 'If there is an account with this address, a mail is on its way' })
  }

  /** Set a new password by the link's token; ends all sessions. */
  async update({ params, request, response }: HttpContext) {
    const { password } = await request.validateUsing(resetPasswordValidator)
    await this.setPassword.byLink({ token: String(params.token), password })
    response.status(204)
  }
}
