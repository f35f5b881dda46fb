import { AddressNotVerified, InvalidLinkChallenge } from '#auth/errors'
import type Identity from '#auth/models/identity'
import { redeemToken } from '#auth/services/challenges'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import { providerLabel, type OutsideIdentity } from '#auth/services/outside/identity'
import { tellOwner } from '#auth/services/security_mails'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import User from '#users/models/user'

/** A logged-in user lets one more identity open their account. */
export default class LinkIdentity {
  /**
   * By a proof of just now.
   *
   * @throws AddressNotVerified, IdentityTaken
   */
  async byProof(actor: Actor, identity: OutsideIdentity): Promise<Identity> {
    return write((trx) => this.#link(trx, actor, identity))
  }

  /**
   * By the challenge that the log-in with it was answered with.
   *
   * @throws InvalidLinkChallenge when it is over, or for another account
   */
  async byChallenge(actor: Actor, token: string): Promise<Identity> {
    return write(async (trx) => {
      const challenge = await redeemToken(trx, 'identity_link', token)
      if (challenge?.userId !== actor.id) throw new InvalidLinkChallenge()
      return this.#link(trx, actor, challenge.data)
    })
  }

  async #link(trx: Transaction, actor: Actor, identity: OutsideIdentity): Promise<Identity> {
    if (!identity.isEmailVerified) throw new AddressNotVerified()
    const { link, isNew } = await attachIdentity(trx, actor.id, identity, actor)
    if (!isNew) return link
    const owner = await User.query({ client: trx }).where('id', actor.id).firstOrFail()
    const provider = providerLabel(identity.provider)
    await tellOwner(trx, owner, 'identity_linked', { provider })
    return link
  }
}
