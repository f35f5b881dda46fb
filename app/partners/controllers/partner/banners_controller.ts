import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { receiveFiles } from '#core/files/receive'
import { storeImage } from '#core/files/store'
import ChangeBanner from '#partners/actions/change_banner'
import GetOwnProfile from '#partners/queries/get_own_profile'
import OwnProfileTransformer from '#partners/transformers/own_profile_transformer'

const MAX_BYTES = 8 * 1024 ** 2

/** The picture at the top of a partner's shop page. */
@inject()
export default class BannersController {
  constructor(
    private changeBanner: ChangeBanner,
    private getOwnProfile: GetOwnProfile
  ) {}

  /** Upload another banner (multipart field `banner`); the one before is removed. */
  async update(ctx: HttpContext) {
    const actor = ctx.actor!
    const [file] = await receiveFiles(ctx, {
      field: 'banner',
      maxCount: 1,
      maxBytes: MAX_BYTES,
      accept: ['image'],
    })
    const banner = await storeImage(file, { ownerId: actor.id, purpose: 'banner' })
    await this.changeBanner.execute({ actor, banner })
    const profile = await this.getOwnProfile.execute(actor)
    return ctx.serialize(OwnProfileTransformer.transform(profile, ctx.actor!))
  }

  /** Remove the banner. */
  async destroy({ actor, response }: HttpContext) {
    await this.changeBanner.execute({ actor: actor!, banner: null })
    response.status(204)
  }
}
