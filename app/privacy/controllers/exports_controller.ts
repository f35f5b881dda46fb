import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RequestExport from '#privacy/actions/request_export'
import { OwnExports } from '#privacy/queries/export_rows'
import ExportTransformer from '#privacy/transformers/export_transformer'
import { listExportsValidator } from '#privacy/validators/privacy'

/** Exports of everything that is stored about the person who asks. */
@inject()
export default class ExportsController {
  constructor(
    private requestExport: RequestExport,
    private ownExports: OwnExports
  ) {}

  /** Ask for all my data; a job makes the zip. The one that is being made is answered, if there is one. */
  async store({ actor, response, serialize }: HttpContext) {
    const row = await this.requestExport.execute({ actor: actor! })
    response.status(202)
    return serialize(ExportTransformer.transform(row))
  }

  /** Own exports, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listExportsValidator)
    const page = await this.ownExports.list(actor!, filters)
    return serializePage(ExportTransformer.transform(page.rows), page.meta)
  }

  /** One of them: whether it is ready, and where to fetch it. */
  async show({ actor, params, serialize }: HttpContext) {
    return serialize(
      ExportTransformer.transform(await this.ownExports.show(actor!, params.exportId))
    )
  }
}
