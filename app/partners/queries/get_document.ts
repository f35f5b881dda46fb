import { NotFound } from '#core/errors'
import StoredFile from '#core/files/stored_file'

/** The file of one document of a partner. */
export default class GetDocument {
  /** @throws NotFound, also for the document of another partner */
  async execute({ partnerId, documentId }: { partnerId: string; documentId: string }) {
    const file = await StoredFile.query()
      .select('files.*')
      .join('verification_documents as d', 'd.file_id', 'files.id')
      .join('verifications as v', 'v.id', 'd.verification_id')
      .where({ 'd.id': documentId, 'v.partner_id': partnerId })
      .first()
    if (!file) throw new NotFound()
    return file
  }
}
