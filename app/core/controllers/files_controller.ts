import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#core/errors'
import { PUBLIC_PURPOSES } from '#core/files/purposes'
import { sendFile } from '#core/files/send'
import StoredFile from '#core/files/stored_file'
import { fileVariantValidator } from '#core/validation/file'

/** Files that anybody may see: pictures of people, shops and their work. */
export default class FilesController {
  /** The bytes of a public file, or of its thumbnail (`?variant=thumbnail`). */
  async show(ctx: HttpContext) {
    const { variant } = await ctx.request.validateUsing(fileVariantValidator)
    const file = await StoredFile.query()
      .where('id', ctx.params.fileId)
      .whereIn('purpose', PUBLIC_PURPOSES)
      .first()
    if (!file) throw new NotFound()
    return sendFile(ctx, file, { variant })
  }
}
