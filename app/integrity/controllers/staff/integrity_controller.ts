import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toIso } from '#core/support/clock'
import CheckIntegrity from '#integrity/queries/check_integrity'

/** Whether the books, the stock and the orders are sound. */
@inject()
export default class IntegrityController {
  constructor(private checkIntegrity: CheckIntegrity) {}

  /** Recompute every invariant; all differences are zero when everything is sound. */
  async show({ serialize }: HttpContext) {
    const { checkedAt, ...report } = await this.checkIntegrity.execute()
    return serialize({ ...report, checkedAt: toIso(checkedAt) })
  }
}
