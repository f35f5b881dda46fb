import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CancelLink from '#payments/actions/cancel_link'
import LinkTransformer from '#payments/transformers/link_transformer'

/** The end of a link that nobody is to pay by any more. */
@inject()
export default class LinkCancellationsController {
  constructor(private cancelLink: CancelLink) {}

  /** Cancel an open link; the gateway's page is closed as well. */
  async store({ actor, params, serialize }: HttpContext) {
    const link = await this.cancelLink.execute({ actor: actor!, linkId: params.linkId })
    return serialize(LinkTransformer.transform(link))
  }
}
