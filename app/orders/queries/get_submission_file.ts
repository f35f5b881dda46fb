import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import StoredFile from '#core/files/stored_file'
import GetOrder from '#orders/queries/get_order'

/** A file that was handed in, for whoever sees the part it belongs to. */
export default class GetSubmissionFile {
  constructor(private getOrder = new GetOrder()) {}

  /** @throws NotFound, also when it is of another part or round */
  async execute(
    actor: Actor,
    { orderId, submissionId, fileId }: { orderId: string; submissionId: string; fileId: string }
  ): Promise<StoredFile> {
    const { parts } = await this.getOrder.visibleTo(actor, orderId)
    const round = parts
      .flatMap(({ submissions }) => submissions)
      .find(({ submission }) => submission.id === submissionId)
    const file = round?.files.some(({ id }) => id === fileId) && (await StoredFile.find(fileId))
    if (!file) throw new NotFound()
    return file
  }
}
