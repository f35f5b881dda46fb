import db from '@adonisjs/lucid/services/db'
import { currentTransaction } from '#core/database/write'

interface EntryRow {
  id: string
  title: string
  description: string | null
  link: string | null
  position: number
  created_at: number
  updated_at: number
}

export interface ImageRow {
  entry_id: string
  file_id: string
  width: number | null
  height: number | null
}

export type PortfolioRow = EntryRow & { images: ImageRow[] }

/** A partner's portfolio in its order: two queries, at most 30 entries. */
export default class ListPortfolio {
  async execute(partnerId: string): Promise<PortfolioRow[]> {
    const reader = currentTransaction() ?? db
    const entries: EntryRow[] = await reader
      .from('portfolio_entries')
      .where('partner_id', partnerId)
      .orderBy('position')
      .orderBy('id')
      .select('id', 'title', 'description', 'link', 'position', 'created_at', 'updated_at')
    const images: ImageRow[] = await reader
      .from('portfolio_images as i')
      .join('files as f', 'f.id', 'i.file_id')
      .whereIn(
        'i.entry_id',
        entries.map((entry) => entry.id)
      )
      .orderBy('i.position')
      .select('i.entry_id', 'i.file_id', 'f.width', 'f.height')
    return entries.map((entry) => ({
      ...entry,
      images: images.filter((image) => image.entry_id === entry.id),
    }))
  }
}
