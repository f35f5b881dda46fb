import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toDataURL } from 'qrcode'
import ConfirmSecondFactor from '#auth/actions/confirm_second_factor'
import DisableSecondFactor from '#auth/actions/disable_second_factor'
import StartSecondFactor, { type FactorSetUp } from '#auth/actions/start_second_factor'
import GetSecondFactor from '#auth/queries/get_second_factor'
import {
  confirmSecondFactorValidator,
  disableSecondFactorValidator,
  startSecondFactorValidator,
} from '#auth/validators/second_factor'
import { toIso } from '#core/support/clock'

/** The second factor of one's own account. */
@inject()
export default class SecondFactorSettingsController {
  constructor(
    private getSecondFactor: GetSecondFactor,
    private startSecondFactor: StartSecondFactor,
    private confirmSecondFactor: ConfirmSecondFactor,
    private disableSecondFactor: DisableSecondFactor
  ) {}

  /** How the account is protected. */
  async show({ actor, serialize }: HttpContext) {
    const settings = await this.getSecondFactor.execute(actor!.id)
    return serialize({ ...settings })
  }

  /** Begin to set up a second factor: an app's secret with its QR code, or a code that is sent. */
  async store({ actor, request, serialize }: HttpContext) {
    const input = await request.validateUsing(startSecondFactorValidator)
    const { method = 'totp', password } = input
    const setUp = await this.startSecondFactor.execute({ actor: actor!, method, password })
    return serialize(await answerOf(setUp))
  }

  /** Turn it on with a code of it; answers ten recovery codes, once. */
  async update({ actor, request, serialize }: HttpContext) {
    const { code } = await request.validateUsing(confirmSecondFactorValidator)
    const recoveryCodes = await this.confirmSecondFactor.execute({ actor: actor!, code })
    return serialize({ recoveryCodes })
  }

  /** Turn it off, with the password and a code. */
  async destroy({ actor, request, response }: HttpContext) {
    const input = await request.validateUsing(disableSecondFactorValidator)
    await this.disableSecondFactor.execute({ actor: actor!, ...input })
    response.status(204)
  }
}

async function answerOf(setUp: FactorSetUp) {
  const isApp = setUp.method === 'totp'
  return {
    method: setUp.method,
    secret: isApp ? setUp.secret : null,
    otpauthUri: isApp ? setUp.otpauthUri : null,
    /** a PNG as a data URL */
    qrCode: isApp ? await toDataURL(setUp.otpauthUri) : null,
    expiresAt: toIso(setUp.expiresAt),
  }
}
