import { BaseTransformer } from '@adonisjs/core/transformers'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import type { PortfolioRow } from '#partners/queries/list_portfolio'

/** A piece of work that a partner shows. */
export default class PortfolioEntryTransformer extends BaseTransformer<PortfolioRow> {
  toObject() {
    const entry = this.resource
    return {
      ...this.pick(entry, ['id', 'title', 'description', 'link', 'position']),
      images: entry.images.map(({ file_id: fileId, width, height }) => ({
        ...fileUrls(fileId)!,
        width,
        height,
      })),
      createdAt: toIso(Number(entry.created_at)),
      updatedAt: toIso(Number(entry.updated_at)),
    }
  }
}
