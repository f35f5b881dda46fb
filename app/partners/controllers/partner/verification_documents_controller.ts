import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#core/files/send'
import { fileVariantValidator } from '#core/validation/file'
import GetDocument from '#partners/queries/get_document'
import GetOwnPartner from '#partners/queries/get_own_partner'

/** Documents that a partner submitted. */
@inject()
export default class VerificationDocumentsController {
  constructor(
    private getOwnPartner: GetOwnPartner,
    private getDocument: GetDocument
  ) {}

  /** The bytes of one own document. */
  async show(ctx: HttpContext) {
    const { variant } = await ctx.request.validateUsing(fileVariantValidator)
    const { id: partnerId } = await this.getOwnPartner.execute(ctx.actor!)
    const { documentId } = ctx.params
    return sendFile(ctx, await this.getDocument.execute({ partnerId, documentId }), { variant })
  }
}
