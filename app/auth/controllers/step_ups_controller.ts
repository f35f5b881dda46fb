import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SendStepUpCode from '#auth/actions/send_step_up_code'
import StepUp from '#auth/actions/step_up'
import { sendStepUpCodeValidator, stepUpValidator } from '#auth/validators/second_factor'
import { toIso } from '#core/support/clock'

/** Proofs that a session is still its owner's. */
@inject()
export default class StepUpsController {
  constructor(
    private stepUp: StepUp,
    private sendStepUpCode: SendStepUpCode
  ) {}

  /** Prove once more that it is you, by the second factor or else the password; good for 5 minutes. */
  async store({ actor, request, serialize }: HttpContext) {
    const proof = await request.validateUsing(stepUpValidator)
    const provedUntil = await this.stepUp.execute({ actor: actor!, ...proof })
    return serialize({ provedUntil: toIso(provedUntil) })
  }

  /** Send a code for it by mail or text. */
  async send({ actor, request, response, serialize }: HttpContext) {
    const { method: channel } = await request.validateUsing(sendStepUpCodeValidator)
    const expiresAt = await this.sendStepUpCode.execute({ actor: actor!, channel })
    response.status(202)
    return serialize({ verification: { channel, expiresAt: toIso(expiresAt) } })
  }
}
