import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { keepFile, removeFiles, type StagedFile } from '#core/files/store'
import { lockOwnPartner } from '#partners/services/lock_own_partner'

/** Puts another picture at the top of the own shop page, or none; the one before is removed. */
export default class ChangeBanner {
  async execute({ actor, banner }: { actor: Actor; banner: StagedFile | null }) {
    await write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
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
