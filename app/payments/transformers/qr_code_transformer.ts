import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LinkRow } from '#payments/queries/link_rows'
import type { QrCode } from '#payments/services/qr_code'
import { linkFacts } from '#payments/transformers/link_transformer'

/** A link together with its QR code, as a picture of both kinds. */
export default class QrCodeTransformer extends BaseTransformer<{ link: LinkRow; code: QrCode }> {
  toObject() {
    const { link, code } = this.resource
    return { ...linkFacts(link), png: code.png, svg: code.svg }
  }
}
