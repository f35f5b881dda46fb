import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import DecideVerification from '#partners/actions/decide_verification'
import GetVerification from '#partners/queries/get_verification'
import ListVerifications from '#partners/queries/list_verifications'
import VerificationRowTransformer from '#partners/transformers/verification_row_transformer'
import VerificationTransformer from '#partners/transformers/verification_transformer'
import { listVerificationsValidator, verdictValidator } from '#partners/validators/verification'

/** The queue of partners who wait to be verified, and the verdicts. */
@inject()
export default class VerificationsController {
  constructor(
    private listVerifications: ListVerifications,
    private getVerification: GetVerification,
    private decideVerification: DecideVerification
  ) {}

  /** Partners who wait for verification (or by status), the longest waiting first. */
  async index({ request, serializePage }: HttpContext) {
    const { status, ...page } = await request.validateUsing(listVerificationsValidator)
    const { rows, meta } = await this.listVerifications.execute(page, status)
    return serializePage(VerificationRowTransformer.transform(rows), meta)
  }

  /** One partner with every submission, its documents, and the portfolio. */
  async show({ params, serialize }: HttpContext) {
    const file = await this.getVerification.execute(params.partnerId)
    return serialize(VerificationTransformer.transform(file))
  }

  /** Approve or reject; the partner is told. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const verdict = await request.validateUsing(verdictValidator)
    const { partnerId } = params
    await this.decideVerification.execute({ actor: actor!, partnerId, ...verdict })
    const file = await this.getVerification.execute(partnerId)
    return serialize(VerificationTransformer.transform(file).useVariant('partnerOnly'))
  }
}
