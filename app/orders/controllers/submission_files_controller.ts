import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#core/files/send'
import { fileVariantValidator } from '#core/validation/file'
import GetSubmissionFile from '#orders/queries/get_submission_file'

/** Files that were handed in. */
@inject()
export default class SubmissionFilesController {
  constructor(private getSubmissionFile: GetSubmissionFile) {}

  /** The bytes of one file of a round of work. */
  async show(ctx: HttpContext) {
    const { variant } = await ctx.request.validateUsing(fileVariantValidator)
    const { orderId, submissionId, fileId } = ctx.params
    const where = { orderId, submissionId, fileId }
    return sendFile(ctx, await this.getSubmissionFile.execute(ctx.actor!, where), { variant })
  }
}
