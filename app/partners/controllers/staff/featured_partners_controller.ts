import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FeaturePartner from '#partners/actions/feature_partner'
import GetVerification from '#partners/queries/get_verification'
import VerificationTransformer from '#partners/transformers/verification_transformer'
import { featureValidator } from '#partners/validators/verification'

/** Partners whom staff put forward. */
@inject()
export default class FeaturedPartnersController {
  constructor(
    private featurePartner: FeaturePartner,
    private getVerification: GetVerification
  ) {}

  /** Feature or unfeature a partner. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const { featured } = await request.validateUsing(featureValidator)
    const { partnerId } = params
    await this.featurePartner.execute({ actor: actor!, partnerId, featured })
    const file = await this.getVerification.execute(partnerId)
    return serialize(VerificationTransformer.transform(file).useVariant('partnerOnly'))
  }
}
