import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#core/files/send'
import { fileVariantValidator } from '#core/validation/file'
import GetDocument from '#partners/queries/get_document'

/** Documents that partners submitted, for those who review them. */
@inject()
export default class VerificationDocumentsController {
  constructor(private getDocument: GetDocument) {}

  /** The bytes of one document of a partner. */
  async show(ctx: HttpContext) {
    const { variant } = await ctx.request.validateUsing(fileVariantValidator)
    const { partnerId, documentId } = ctx.params
    return sendFile(ctx, await this.getDocument.execute({ partnerId, documentId }), { variant })
  }
}
