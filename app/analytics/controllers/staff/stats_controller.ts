import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetStats from '#analytics/queries/get_stats'
import StatsTransformer from '#analytics/transformers/stats_transformer'

/** The state of the marketplace in figures. */
@inject()
export default class StatsController {
  constructor(private getStats: GetStats) {}

  /** Key figures: accounts, partners, verifications, inquiries, leads, jobs. */
  async show({ serialize }: HttpContext) {
    return serialize(StatsTransformer.transform(await this.getStats.execute()))
  }
}
