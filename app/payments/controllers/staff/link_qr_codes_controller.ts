import type { HttpContext } from '@adonisjs/core/http'
import { LinkNotOpen } from '#payments/errors'
import { findLink } from '#payments/queries/link_rows'
import { drawPng, drawSvg } from '#payments/services/qr_code'
import { drawLinkValidator } from '#payments/validators/payment'

/** A link that is there already, as a picture that a phone reads. */
export default class LinkQrCodesController {
  /** The QR code of an open link, as the bytes of a PNG or an SVG. */
  async show({ params, request, response }: HttpContext) {
    const { format } = await request.validateUsing(drawLinkValidator)
    const { status, url } = await findLink(params.linkId)
    if (status !== 'open') throw new LinkNotOpen(status)
    // its page is still being made
    if (url === null) throw new LinkNotOpen('pending')
    response.header('Content-Disposition', `attachment; filename="${params.linkId}.${format}"`)
    response.header('Content-Security-Policy', "sandbox; default-src 'none'")
    response.header('Cache-Control', 'private, no-store')
    if (format === 'svg') return response.type('image/svg+xml').send(await drawSvg(url))
    return response.type('image/png').send(await drawPng(url))
  }
}
