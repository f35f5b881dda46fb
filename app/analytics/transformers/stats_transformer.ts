import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Stats } from '#analytics/queries/get_stats'
import { toIso } from '#core/support/clock'

/** The figures of the staff's front page. */
export default class StatsTransformer extends BaseTransformer<Stats> {
  toObject() {
    const { users, partners, verifications, inquiries, leads, jobs } = this.resource
    const { waiting, oldestWaitingSince } = verifications
    return {
      users,
      partners,
      verifications: { waiting, oldestWaitingSince: toIso(oldestWaitingSince) },
      inquiries,
      leads,
      jobs,
    }
  }
}
