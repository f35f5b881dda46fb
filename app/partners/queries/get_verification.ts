import { inject } from '@adonisjs/core'
import { NotFound } from '#core/errors'
import Partner from '#partners/models/partner'
import ListPortfolio, { type PortfolioRow } from '#partners/queries/list_portfolio'
import ListSubmissions, { type Submission } from '#partners/queries/list_submissions'
import { factsOf, type PartnerFacts } from '#partners/queries/partner_facts'

export interface VerificationFile {
  partner: Partner
  facts: PartnerFacts
  submissions: Submission[]
  portfolio: PortfolioRow[]
}

/** All that staff look at to verify one partner. */
@inject()
export default class GetVerification {
  constructor(
    private listSubmissions: ListSubmissions,
    private listPortfolio: ListPortfolio
  ) {}

  /** @throws NotFound */
  async execute(partnerId: string): Promise<VerificationFile> {
    const partner = await Partner.query().where('id', partnerId).preload('user').first()
    if (!partner) throw new NotFound()
    const facts = await factsOf([partner])
    return {
      partner,
      facts: facts.get(partnerId)!,
      submissions: await this.listSubmissions.execute(partnerId),
      portfolio: await this.listPortfolio.execute(partnerId),
    }
  }
}
