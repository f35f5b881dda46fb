import { createHash } from 'node:crypto'
import { OutsideProofRefused } from '#auth/errors'
import { discover } from '#auth/services/outside/discovery'
import { readIdToken } from '#auth/services/outside/id_tokens'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { settingsOf, type ProviderName } from '#auth/services/outside/providers'
import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'

/** The ID token that an app got from a provider, for whom it stands: once. */
export default class RedeemIdToken {
  /**
   * @throws OutsideProofRefused when the token is not good, or was used before
   * @throws ProviderOff, ProviderUnavailable
   */
  async execute(input: {
    provider: ProviderName
    idToken: string
    nonce?: string
  }): Promise<OutsideIdentity> {
    const settings = settingsOf(input.provider)
    const expected = { audiences: settings.audiences, nonce: input.nonce }
    const discovered = await discover(settings)
    const identity = await readIdToken(settings, discovered, input.idToken, expected)
    // what is signed, not the signature: some of those can be written in more than one way
    const signed = input.idToken.slice(0, input.idToken.lastIndexOf('.'))
    const use = {
      token_hash: createHash('sha256').update(signed).digest('hex'),
      expires_at: identity.expiresAt,
    }
    if (!(await write((trx) => insertedOnce(trx, 'used_id_tokens', use))))
      throw new OutsideProofRefused()
    return identity
  }
}
