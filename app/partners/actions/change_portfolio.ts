import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { keepFile, removeFiles, type StagedFile } from '#core/files/store'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { invalidFields, PortfolioFull } from '#partners/errors'
import { lockOwnPartner } from '#partners/services/lock_own_partner'

export const MAX_ENTRIES = 30
export const MAX_IMAGES = 8

interface Words {
  title?: string
  description?: string | null
  link?: string | null
}

interface NewEntry extends Words {
  actor: Actor
  title: string
  images: StagedFile[]
}

interface Change extends Words {
  actor: Actor
  entryId: string
  /** the images that stay, in their order; all of them when not given */
  imageIds?: string[]
  images: StagedFile[]
}

/** The own portfolio: every change holds the partner's row, so limits and order are exact. */
export default class ChangePortfolio {
  /** @throws PortfolioFull (409) */
  add({ actor, title, description, link, images }: NewEntry): Promise<string> {
    return write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
      const rows = await trx
        .from('portfolio_entries')
        .where({ partner_id: partner.id })
        .select('position')
      if (rows.length >= MAX_ENTRIES) throw new PortfolioFull()
      const { id, createdAt, updatedAt } = newRow('portfolioEntry', clock.now())
      await trx
        .insertQuery()
        .table('portfolio_entries')
        .insert({
          id,
          partner_id: partner.id,
          title,
          description: description ?? null,
          link: link ?? null,
          position: Math.max(0, ...rows.map((row) => Number(row.position))) + 1,
          created_at: createdAt,
          updated_at: updatedAt,
        })
      await addImages(trx, id, images, 0)
      return id
    })
  }

  /** @throws NotFound, E_VALIDATION_ERROR for images that are not the entry's, or too many */
  async change({ actor, entryId, imageIds, images, ...words }: Change): Promise<void> {
    await write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
      const own = trx.from('portfolio_entries').where({ id: entryId, partner_id: partner.id })
      if (!(await changedOne(own, { ...words, updated_at: clock.now() }))) throw new NotFound()
      const known = await imagesOf(trx, entryId)
      const kept = imageIds ?? known
      if (!kept.every((id) => known.includes(id))) throw refused('imageIds', 'exists')
      if (kept.length + images.length > MAX_IMAGES) throw refused('images', 'maxLength')
      await keepImages(trx, entryId, known, kept)
      await addImages(trx, entryId, images, kept.length)
    })
  }

  /** @throws NotFound */
  async remove({ actor, entryId }: { actor: Actor; entryId: string }): Promise<void> {
    await write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
      const own = { id: entryId, partner_id: partner.id }
      if (!(await trx.from('portfolio_entries').where(own).first())) throw new NotFound()
      const images = await imagesOf(trx, entryId)
      await trx.from('portfolio_images').where({ entry_id: entryId }).delete()
      await trx.from('portfolio_entries').where(own).delete()
      await removeFiles(trx, images)
    })
  }

  /** @throws E_VALIDATION_ERROR unless the ids are those of all own entries */
  async reorder({ actor, entryIds }: { actor: Actor; entryIds: string[] }): Promise<void> {
    await write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
      const rows = await trx
        .from('portfolio_entries')
        .where({ partner_id: partner.id })
        .select('id')
      const own = new Set(rows.map((row) => row.id))
      if (own.size !== entryIds.length || !entryIds.every((id) => own.has(id)))
        throw refused('entryIds', 'allEntries')
      for (const [index, id] of entryIds.entries())
        await trx
          .from('portfolio_entries')
          .where({ id })
          .update({ position: index + 1 })
    })
  }
}

const REFUSALS = {
  exists: 'The imageIds field names an image that this entry does not have',
  maxLength: `An entry has at most ${MAX_IMAGES} images`,
  allEntries: 'The entryIds field must name each of your entries once',
}

function refused(field: string, rule: keyof typeof REFUSALS) {
  return invalidFields([{ field, rule, message: REFUSALS[rule] }])
}

async function imagesOf(trx: Transaction, entryId: string): Promise<string[]> {
  const rows = await trx
    .from('portfolio_images')
    .where({ entry_id: entryId })
    .orderBy('position')
    .select('file_id')
  return rows.map((row) => row.file_id)
}

async function keepImages(trx: Transaction, entryId: string, known: string[], kept: string[]) {
  const gone = known.filter((id) => !kept.includes(id))
  await trx.from('portfolio_images').where({ entry_id: entryId }).whereIn('file_id', gone).delete()
  await removeFiles(trx, gone)
  for (const [position, fileId] of kept.entries())
    await trx
      .from('portfolio_images')
      .where({ entry_id: entryId, file_id: fileId })
      .update({ position })
}

async function addImages(trx: Transaction, entryId: string, images: StagedFile[], from: number) {
  for (const [index, image] of images.entries()) {
    const { id: fileId } = await keepFile(trx, image)
    await trx
      .insertQuery()
      .table('portfolio_images')
      .insert({ entry_id: entryId, file_id: fileId, position: from + index })
  }
}
