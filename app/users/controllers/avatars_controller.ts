import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { receiveFiles } from '#core/files/receive'
import { fileUrls } from '#core/files/urls'
import SetAvatar from '#users/actions/set_avatar'

const RULES = {
  field: 'avatar',
  maxCount: 1,
  maxBytes: 5 * 1024 ** 2,
  accept: ['image' as const],
}

/** The caller's own picture. */
@inject()
export default class AvatarsController {
  constructor(private setAvatar: SetAvatar) {}

  /** Upload a picture (multipart field `avatar`, at most 5 MiB); a thumbnail is made of it. */
  async update(ctx: HttpContext) {
    const [file] = await receiveFiles(ctx, RULES)
    const fileId = await this.setAvatar.execute({ actor: ctx.actor!, file })
    return ctx.serialize({ avatar: fileUrls(fileId) })
  }
}
