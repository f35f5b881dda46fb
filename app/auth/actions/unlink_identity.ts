import { recordAudit } from '#audit/record'
import { OnlyWayIn } from '#auth/errors'
import Identity from '#auth/models/identity'
import { providerLabel } from '#auth/services/outside/identity'
import { tellOwner } from '#auth/services/security_mails'
import { hasWayInWithout } from '#auth/services/ways_in'
import type { Actor } from '#core/actor'
import { deleted } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

/** Takes away that an identity opens an account, unless nothing else does. */
export default class UnlinkIdentity {
  /** @throws NotFound when it is not the caller's; OnlyWayIn when there is no other way in */
  async execute({ actor, identityId }: { actor: Actor; identityId: string }) {
    await write(async (trx) => {
      // the row of the account is the lock: two unlinks at once look one after the other
      await trx.from('users').where({ id: actor.id }).update({ updated_at: clock.now() })
      const own = { id: identityId, userId: actor.id }
      const identity = await Identity.query({ client: trx }).where(own).first()
      if (!identity) throw new NotFound()
      const owner = await User.query({ client: trx }).where('id', actor.id).firstOrFail()
      if (!(await hasWayInWithout(trx, owner, { identityId }))) throw new OnlyWayIn()
      if ((await deleted(trx.from('identities').where({ id: identityId }))) === 0)
        throw new NotFound()
      await recordAudit(trx, {
        actor,
        action: 'identity.unlinked',
        subject: { type: 'user', id: actor.id },
        before: { identityId, provider: identity.provider },
      })
      const provider = providerLabel(identity.provider)
      await tellOwner(trx, owner, 'identity_unlinked', { provider })
    })
  }
}
