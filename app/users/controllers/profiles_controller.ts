import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import UpdateProfile from '#users/actions/update_profile'
import GetProfile from '#users/queries/get_profile'
import ProfileTransformer from '#users/transformers/profile_transformer'
import { profileValidator } from '#users/validators/profile'

/** The caller's own account. */
@inject()
export default class ProfilesController {
  constructor(
    private getProfile: GetProfile,
    private updateProfile: UpdateProfile
  ) {}

  /** The account with its client or partner profile, and how complete it is. */
  async show({ actor, serialize }: HttpContext) {
    return serialize(ProfileTransformer.transform(await this.getProfile.execute(actor!.id), actor!))
  }

  /** Change some fields; the answer tells how complete the profile is now. */
  async update({ actor, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(profileValidator)
    await this.updateProfile.execute({ actor: actor!, ...changes })
    return serialize(ProfileTransformer.transform(await this.getProfile.execute(actor!.id), actor!))
  }
}
