import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import ReplaceShippingRates from '#catalogue/actions/replace_shipping_rates'
import { shippingRateRows } from '#catalogue/queries/shipping_rates'
import ShippingRateTransformer from '#catalogue/transformers/shipping_rate_transformer'
import { shippingRatesValidator } from '#catalogue/validators/shipping_rate'
import GetOwnPartner from '#partners/queries/get_own_partner'

/** What a partner takes for sending, by region. */
@inject()
export default class ShippingRatesController {
  constructor(
    private getOwnPartner: GetOwnPartner,
    private replaceShippingRates: ReplaceShippingRates
  ) {}

  /** Own rates, by the name of the region. */
  async index({ actor, serialize }: HttpContext) {
    const { id } = await this.getOwnPartner.execute(actor!)
    return serialize(ShippingRateTransformer.transform(await shippingRateRows(db, id)))
  }

  /** Replace the own rates. */
  async update({ actor, request, serialize }: HttpContext) {
    const { rates } = await request.validateUsing(shippingRatesValidator)
    const rows = await this.replaceShippingRates.execute({ actor: actor!, rates })
    return serialize(ShippingRateTransformer.transform(rows))
  }
}
