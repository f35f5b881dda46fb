import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import DiscoverPartners from '#partners/queries/discover_partners'
import GetPublicPartner from '#partners/queries/get_public_partner'
import PartnerTransformer from '#partners/transformers/partner_transformer'
import { discoveryValidator } from '#partners/validators/discovery'

/** how far "near" is when nobody says */
const DEFAULT_KM = 50

/** Partners as anybody may find them. */
@inject()
export default class PartnersController {
  constructor(
    private discoverPartners: DiscoverPartners,
    private getPublicPartner: GetPublicPartner
  ) {}

  /** Find approved partners by what they do, where, for how much, and how well. */
  async index({ request, serializePage }: HttpContext) {
    const input = await request.validateUsing(discoveryValidator)
    const {
      limit,
      cursor,
      count,
      latitude,
      longitude,
      km,
      rateMin,
      rateMax,
      currency,
      ...filters
    } = input
    const near =
      latitude === undefined ? undefined : { latitude, longitude: longitude!, km: km ?? DEFAULT_KM }
    const rates = currency === undefined ? undefined : { min: rateMin, max: rateMax, currency }
    const page = await this.discoverPartners.execute(
      { limit, cursor, count },
      { ...filters, near, rates }
    )
    return serializePage(PartnerTransformer.transform(page.rows), page.meta)
  }

  /** The public page of a partner. */
  async show({ params, serialize }: HttpContext) {
    const partner = await this.getPublicPartner.execute(params.partnerId)
    return serialize(PartnerTransformer.transform(partner).useVariant('forPage'))
  }
}
