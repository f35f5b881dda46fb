import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { receiveFiles } from '#core/files/receive'
import { storeDocument, type StagedFile } from '#core/files/store'
import SubmitWork from '#orders/actions/submit_work'
import GetPartnerOrder from '#orders/queries/get_partner_order'
import PartnerOrderTransformer from '#orders/transformers/partner_order_transformer'
import { submitWorkValidator } from '#orders/validators/submission'

const FILES = { field: 'files', maxCount: 10, maxBytes: 8 * 1024 ** 2 }

/** What a partner hands in for a package. */
@inject()
export default class SubmissionsController {
  constructor(
    private submitWork: SubmitWork,
    private getPartnerOrder: GetPartnerOrder
  ) {}

  /** Hand in a round of work (multipart: `files`, `links[]`, `note`). */
  async store(ctx: HttpContext) {
    const actor = ctx.actor!
    const { partnerOrderId } = ctx.params
    const received = await receiveFiles(ctx, {
      ...FILES,
      accept: ['image', 'pdf'],
      optional: true,
    })
    const work = await ctx.request.validateUsing(submitWorkValidator)
    await this.submitWork.check(actor, partnerOrderId, { ...work, fileCount: received.length })
    const files: StagedFile[] = []
    for (const file of received)
      files.push(await storeDocument(file, { ownerId: actor.id, purpose: 'submission' }))
    await this.submitWork.execute({ actor, partnerOrderId, ...work, files })
    ctx.response.status(201)
    const part = await this.getPartnerOrder.execute(actor, partnerOrderId)
    return ctx.serialize(PartnerOrderTransformer.transform(part))
  }
}
