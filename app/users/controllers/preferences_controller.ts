import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import UpdatePreferences from '#users/actions/update_preferences'
import GetProfile from '#users/queries/get_profile'
import ProfileTransformer from '#users/transformers/profile_transformer'
import { preferencesValidator } from '#users/validators/profile'

/** What the caller is interested in. */
@inject()
export default class PreferencesController {
  constructor(
    private updatePreferences: UpdatePreferences,
    private getProfile: GetProfile
  ) {}

  /** Change industries, categories, languages or locations; lists that are not sent stay. */
  async update({ actor, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(preferencesValidator)
    await this.updatePreferences.execute({ actor: actor!, ...changes })
    const profile = await this.getProfile.execute(actor!.id)
    return serialize(ProfileTransformer.transform(profile, actor!).useVariant('forPreferences'))
  }
}
