import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import UnlockSecondFactor from '#auth/actions/unlock_second_factor'
import { unlockValidator } from '#auth/validators/second_factor'

/** Lifting the cap on wrong codes. */
@inject()
export default class UnlocksController {
  constructor(private unlockSecondFactor: UnlockSecondFactor) {}

  /** Take codes again, by the token of the mailed link. */
  async store({ request, response }: HttpContext) {
    const { token } = await request.validateUsing(unlockValidator)
    await this.unlockSecondFactor.execute({ token })
    response.status(204)
  }
}
