import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateLink from '#payments/actions/create_link'
import { drawQrCode } from '#payments/services/qr_code'
import QrCodeTransformer from '#payments/transformers/qr_code_transformer'
import { createLinkValidator } from '#payments/validators/payment'

/** Links as pictures that a phone reads. */
@inject()
export default class QrCodesController {
  constructor(private createLink: CreateLink) {}

  /** Make a link and draw it as a QR code, as PNG (data URL) and SVG. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(createLinkValidator)
    const link = await this.createLink.execute({ actor: actor!, kind: 'qr', ...payload })
    const code = await drawQrCode(link.url!)
    response.status(201)
    return serialize(QrCodeTransformer.transform({ link, code }))
  }
}
