import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { ownAddress } from '#users/actions/save_address'
import { lockAccount } from '#users/services/account_lock'

/** Takes an address out of the book; when it was the default, the newest of the others becomes it. */
export default class RemoveAddress {
  /** @throws NotFound when the address is not the caller's */
  async execute({ actor, addressId }: { actor: Actor; addressId: string }) {
    await write(async (trx) => {
      await lockAccount(trx, actor.id)
      const address = await ownAddress(trx, actor, addressId)
      await address.delete()
      if (!address.isDefault) return
      const newest = await trx
        .from('addresses')
        .where({ user_id: actor.id })
        .orderBy('id', 'desc')
        .select('id')
        .first()
      if (newest) await trx.from('addresses').where({ id: newest.id }).update({ is_default: 1 })
    })
  }
}
