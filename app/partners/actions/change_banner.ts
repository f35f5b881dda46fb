import { inject } from '@adonisjs/core'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { keepFile, removeFiles, type StagedFile } from '#core/files/store'
import { clock } from '#core/support/clock'
import GetOwnPartner from '#partners/queries/get_own_partner'

/** Puts another picture at the top of the own shop page, or none; the one before is removed. */
@inject()
export default class ChangeBanner {
  constructor(private getOwnPartner: GetOwnPartner) {}

  async execute({ actor, banner }: { actor: Actor; banner: StagedFile | null }) {
    await write(async (trx) => {
      // the update comes first: it is the lock, so that two uploads do not lose a file
      const now = clock.now()
      await trx.from('partners').where({ user_id: actor.id }).update({ updated_at: now })
      const partner = await this.getOwnPartner.execute(actor)
      const before = partner.bannerFileId
      const file = banner && (await keepFile(trx, banner))
      await trx
        .from('partners')
        .where({ id: partner.id })
        .update({ banner_file_id: file?.id ?? null })
      if (before) await removeFiles(trx, [before])
    })
  }
}
