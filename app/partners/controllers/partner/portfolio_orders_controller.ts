import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangePortfolio from '#partners/actions/change_portfolio'
import GetOwnPartner from '#partners/queries/get_own_partner'
import ListPortfolio from '#partners/queries/list_portfolio'
import PortfolioEntryTransformer from '#partners/transformers/portfolio_entry_transformer'
import { portfolioOrderValidator } from '#partners/validators/profile'

/** The order of a partner's portfolio. */
@inject()
export default class PortfolioOrdersController {
  constructor(
    private getOwnPartner: GetOwnPartner,
    private listPortfolio: ListPortfolio,
    private changePortfolio: ChangePortfolio
  ) {}

  /** Put the own entries in another order: all their ids, first to last. */
  async update({ actor, request, serialize }: HttpContext) {
    const { entryIds } = await request.validateUsing(portfolioOrderValidator)
    await this.changePortfolio.reorder({ actor: actor!, entryIds })
    const { id } = await this.getOwnPartner.execute(actor!)
    return serialize(PortfolioEntryTransformer.transform(await this.listPortfolio.execute(id)))
  }
}
