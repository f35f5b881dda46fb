import { AddressNotVerified, IdentityNotLinked, InvalidCredentials } from '#auth/errors'
import type Identity from '#auth/models/identity'
import { CODE_LIFE, issueToken } from '#auth/services/challenges'
import { beginLogIn, type LogInResult, type LogInTerms } from '#auth/services/log_ins'
import { makeAccount } from '#auth/services/new_account'
import { attachIdentity, linkOf } from '#auth/services/outside/attach_identity'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { isDuplicate } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

/** What an account is made of, for whom there is none yet. */
interface Newcomer {
  role: 'client' | 'partner'
  businessName?: string
  country: string | null
}

export interface OutsideLogInInput extends LogInTerms {
  identity: OutsideIdentity
  /** null where nobody but the owners of linked accounts is let in */
  newcomer: Newcomer | null
}

export type OutsideLogInResult =
  LogInResult | { kind: 'link'; challenge: string; expiresAt: number; identity: OutsideIdentity }

/**
 * Log-in by a proven identity. It opens the account it is linked to (whose second factor still
 * counts), else makes one, if the provider vouches for an address that nobody here has. Where there
 * is an account with that address, its owner has to prove that it is theirs: nothing is linked silently.
 */
export default class LogInOutside {
  /**
   * @throws AddressNotVerified when there is nothing to go by but an address nobody vouches for
   * @throws IdentityNotLinked when it opens no account, and nobody new is let in
   * @throws InvalidCredentials when the account may not log in
   */
  async execute(input: OutsideLogInInput): Promise<OutsideLogInResult> {
    const enter = () => write((trx) => this.#enter(trx, input))
    try {
      return await enter()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return enter() // the same person came in twice at once: the account is there by now
    }
  }

  async #enter(trx: Transaction, input: OutsideLogInInput): Promise<OutsideLogInResult> {
    const { identity, newcomer } = input
    const email = identity.isEmailVerified ? identity.email : null
    // before the link: an account that came with one just now is never seen without it
    const owner = email && (await User.query({ client: trx }).where('email', email).first())
    const link = await linkOf(trx, identity)
    if (link) return this.#enterByLink(trx, link, input)
    if (!newcomer) throw new IdentityNotLinked()
    if (!email) throw new AddressNotVerified()
    return owner
      ? this.#askForProof(trx, owner, identity)
      : beginLogIn(trx, await this.#makeAccount(trx, email, identity, newcomer), input)
  }

  async #enterByLink(trx: Transaction, link: Identity, input: OutsideLogInInput) {
    const now = clock.now()
    await trx
      .from('identities')
      .where({ id: link.id })
      .update({ last_used_at: now, updated_at: now, email: input.identity.email })
    const user = await User.query({ client: trx }).where('id', link.userId).firstOrFail()
    if (!user.isActive) throw new InvalidCredentials()
    return beginLogIn(trx, user, input)
  }

  async #makeAccount(
    trx: Transaction,
    email: string,
    identity: OutsideIdentity,
    newcomer: Newcomer
  ) {
    const name = identity.name ?? newcomer.businessName ?? email.split('@')[0]
    const user = await makeAccount(trx, {
      ...newcomer,
      name,
      email,
      phone: null,
      passwordHash: null,
    })
    await attachIdentity(trx, user.id, identity, null)
    return user
  }

  async #askForProof(trx: Transaction, owner: User, identity: OutsideIdentity) {
    const { secret, expiresAt } = await issueToken(trx, {
      purpose: 'identity_link',
      subject: owner.id,
      userId: owner.id,
      data: identity,
      life: CODE_LIFE,
    })
    return { kind: 'link' as const, challenge: secret, expiresAt, identity }
  }
}
