import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { assertFreshProof } from '#auth/services/fresh_proofs'
import ChangeOwnProfile from '#partners/actions/change_own_profile'
import GetOwnProfile from '#partners/queries/get_own_profile'
import OwnProfileTransformer from '#partners/transformers/own_profile_transformer'
import { profileValidator } from '#partners/validators/profile'

/** A partner's own profile and shop window. */
@inject()
export default class ProfilesController {
  constructor(
    private getOwnProfile: GetOwnProfile,
    private changeOwnProfile: ChangeOwnProfile
  ) {}

  /** Own profile, with what is still missing. */
  async show({ actor, serialize }: HttpContext) {
    const profile = await this.getOwnProfile.execute(actor!)
    return serialize(OwnProfileTransformer.transform(profile, actor!))
  }

  /** Change the own profile; what is not sent stays. */
  async update({ actor, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(profileValidator)
    if (changes.payoutDetails !== undefined) await assertFreshProof(actor!)
    await this.changeOwnProfile.execute({ actor: actor!, ...changes })
    const profile = await this.getOwnProfile.execute(actor!)
    return serialize(OwnProfileTransformer.transform(profile, actor!))
  }
}
