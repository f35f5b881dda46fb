import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import type { ReceivedFile } from '#core/files/receive'
import { keepFile, removeFiles, storeImage } from '#core/files/store'
import { clock } from '#core/support/clock'
import { lockAccount } from '#users/services/account_lock'

/** Gives an account a new picture; the one before is removed. */
export default class SetAvatar {
  async execute({ actor, file }: { actor: Actor; file: ReceivedFile }): Promise<string> {
    const staged = await storeImage(file, { ownerId: actor.id, purpose: 'avatar' })
    await write(async (trx) => {
      await lockAccount(trx, actor.id)
      const { avatar_file_id: previous } = await trx.from('users').where({ id: actor.id }).first()
      const { id } = await keepFile(trx, staged)
      await trx
        .from('users')
        .where({ id: actor.id })
        .update({ avatar_file_id: id, updated_at: clock.now() })
      if (previous) await removeFiles(trx, [previous])
    })
    return staged.id
  }
}
