import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LinkIdentity from '#auth/actions/link_identity'
import RedeemExchange from '#auth/actions/redeem_exchange'
import RedeemIdToken from '#auth/actions/redeem_id_token'
import UnlinkIdentity from '#auth/actions/unlink_identity'
import ListIdentities from '#auth/queries/list_identities'
import type { ProviderName } from '#auth/services/outside/providers'
import IdentityTransformer from '#auth/transformers/identity_transformer'
import { identityValidator } from '#auth/validators/outside'

interface Proof {
  code?: string
  codeVerifier?: string
  returnTo?: string
  provider?: ProviderName
  idToken?: string
  nonce?: string
}

/** The accounts at providers that open the caller's own. */
@inject()
export default class IdentitiesController {
  constructor(
    private listIdentities: ListIdentities,
    private linkIdentity: LinkIdentity,
    private unlinkIdentity: UnlinkIdentity,
    private redeemExchange: RedeemExchange,
    private redeemIdToken: RedeemIdToken
  ) {}

  /** Which accounts at providers open mine. */
  async index({ actor, serialize }: HttpContext) {
    return serialize(IdentityTransformer.transform(await this.listIdentities.execute(actor!.id)))
  }

  /** Let one more open it: by a challenge, the code of the browser flow, or an ID token. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const proof = await request.validateUsing(identityValidator)
    const identity = proof.challenge
      ? await this.linkIdentity.byChallenge(actor!, proof.challenge)
      : await this.linkIdentity.byProof(actor!, await this.#proven(proof))
    response.status(201)
    return serialize(IdentityTransformer.transform(identity))
  }

  async #proven({ code, codeVerifier, returnTo, provider, idToken, nonce }: Proof) {
    if (!code) return this.redeemIdToken.execute({ provider: provider!, idToken: idToken!, nonce })
    const way = { code, codeVerifier: codeVerifier!, returnTo }
    return (await this.redeemExchange.execute(way)).identity
  }

  /** Let it open mine no more. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.unlinkIdentity.execute({ actor: actor!, identityId: params.identityId })
    response.status(204)
  }
}
