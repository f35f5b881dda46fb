import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetPublicPartner from '#partners/queries/get_public_partner'
import ListPortfolio from '#partners/queries/list_portfolio'
import PortfolioEntryTransformer from '#partners/transformers/portfolio_entry_transformer'

/** What partners show of their work. */
@inject()
export default class PortfoliosController {
  constructor(
    private getPublicPartner: GetPublicPartner,
    private listPortfolio: ListPortfolio
  ) {}

  /** The portfolio of a partner, in the partner's order. */
  async show({ params, serialize }: HttpContext) {
    const { id } = await this.getPublicPartner.execute(params.partnerId)
    return serialize(PortfolioEntryTransformer.transform(await this.listPortfolio.execute(id)))
  }
}
