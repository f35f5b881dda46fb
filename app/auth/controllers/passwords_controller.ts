import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SetPassword from '#auth/actions/set_password'
import { changePasswordValidator } from '#auth/validators/auth'

/** The caller's own password. */
@inject()
export default class PasswordsController {
  constructor(private setPassword: SetPassword) {}

  /** Change the password by the old one; every other session ends. */
  async update({ actor, request, response }: HttpContext) {
    const input = await request.validateUsing(changePasswordValidator)
    await this.setPassword.byOldPassword({ actor: actor!, ...input })
    response.status(204)
  }
}
