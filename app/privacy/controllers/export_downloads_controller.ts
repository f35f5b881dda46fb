import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#core/files/send'
import { OwnExports } from '#privacy/queries/export_rows'

/** The files of exports. */
@inject()
export default class ExportDownloadsController {
  constructor(private ownExports: OwnExports) {}

  /** The zip of an own export, for seven days. */
  async show(ctx: HttpContext) {
    return sendFile(ctx, await this.ownExports.file(ctx.actor!, ctx.params.exportId))
  }
}
