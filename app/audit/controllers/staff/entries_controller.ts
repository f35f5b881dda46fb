import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FindSeal from '#audit/queries/find_seal'
import ListActionLogs from '#audit/queries/list_action_logs'
import SealedEntryTransformer from '#audit/transformers/sealed_entry_transformer'

/** Single lines of the audit trail. */
@inject()
export default class EntriesController {
  constructor(
    private listActionLogs: ListActionLogs,
    private findSeal: FindSeal
  ) {}

  /** One line, and the seal that covers it; null while it is younger than a minute or two. */
  async show({ params, serialize }: HttpContext) {
    const number = Number(params.entryNumber)
    const entry = await this.listActionLogs.byNumber(number)
    const seal = await this.findSeal.ofEntry(number)
    return serialize(SealedEntryTransformer.transform({ entry, seal }))
  }
}
