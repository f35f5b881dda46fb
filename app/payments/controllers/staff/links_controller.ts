import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateLink from '#payments/actions/create_link'
import { findLink } from '#payments/queries/link_rows'
import LinkTransformer from '#payments/transformers/link_transformer'
import { createLinkValidator } from '#payments/validators/payment'

/** Links by which somebody pays for an order, or a free amount. */
@inject()
export default class LinksController {
  constructor(private createLink: CreateLink) {}

  /** Make a link; whoever has it can pay. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(createLinkValidator)
    const link = await this.createLink.execute({ actor: actor!, kind: 'link', ...payload })
    response.status(201)
    return serialize(LinkTransformer.transform(link))
  }

  /** One link, and whether it was paid. */
  async show({ params, serialize }: HttpContext) {
    return serialize(LinkTransformer.transform(await findLink(params.linkId)))
  }
}
