import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ExportRow } from '#privacy/queries/export_rows'

/** An export of somebody's data, and where its zip is fetched while it is there. */
export default class ExportTransformer extends BaseTransformer<ExportRow> {
  toObject() {
    const row = this.resource
    const isReady = row.status === 'ready'
    return {
      id: row.id,
      status: row.status,
      // bytes
      size: row.size === null ? null : Number(row.size),
      downloadUrl: isReady ? `/api/v1/user/account/exports/${row.id}/download` : null,
      readyAt: toIso(row.ready_at),
      expiresAt: toIso(row.expires_at),
      createdAt: toIso(row.created_at),
    }
  }
}
