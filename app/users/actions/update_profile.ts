import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { storeProfile, type ProfileChanges } from '#users/services/store_profile'

/** Changes what a user tells about themselves; fields that were not sent stay as they are. */
export default class UpdateProfile {
  /** @throws InvalidField (422) when somebody else than a client sends a client's fields */
  async execute({ actor, ...changes }: ProfileChanges & { actor: Actor }) {
    await write((trx) => storeProfile(trx, actor, changes))
  }
}
