import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import StoredFile from '#core/files/stored_file'
import { clock } from '#core/support/clock'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { ExportNotReady } from '#privacy/errors'

export type ExportStatus = 'requested' | 'ready' | 'failed' | 'expired'

export interface ExportRow {
  id: string
  user_id: string
  status: ExportStatus
  file_id: string | null
  size: number | string | null
  expires_at: number | null
  ready_at: number | null
  created_at: number
}

/** Exports with the size of their files. */
export function exportRows(client: Pick<typeof db, 'from'>) {
  return client
    .from('data_exports')
    .leftJoin('files', 'files.id', 'data_exports.file_id')
    .select('data_exports.*', 'files.size')
}

/** Somebody's own exports. */
export class OwnExports {
  /** Newest first. */
  async list(actor: Actor, request: PageRequest): Promise<Page<ExportRow>> {
    const query = exportRows(db).where('data_exports.user_id', actor.id)
    return keysetPage<ExportRow>(query, request, [
      { column: 'data_exports.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }

  /** @throws NotFound when it is somebody else's */
  async show(actor: Actor, id: string): Promise<ExportRow> {
    const own = { 'data_exports.id': id, 'data_exports.user_id': actor.id }
    const row: ExportRow | null = await exportRows(db).where(own).first()
    if (!row) throw new NotFound()
    return row
  }

  /**
   * The zip itself.
   *
   * @throws NotFound
   * @throws ExportNotReady (409) before it is there, and once it has expired
   */
  async file(actor: Actor, id: string): Promise<StoredFile> {
    const row = await this.show(actor, id)
    const isThere = row.status === 'ready' && Number(row.expires_at) > clock.now()
    if (!isThere) throw new ExportNotReady(row.status === 'ready' ? 'expired' : row.status)
    return StoredFile.findOrFail(row.file_id)
  }
}
