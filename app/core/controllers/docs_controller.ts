import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#core/errors'
import { DOCS_INIT, DOCS_PAGE } from '#core/openapi/docs_page'

/** swagger-ui sets style attributes by script; nothing else may come from anywhere but here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const packageFolder = dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')
)

/** The reference page for people; everything it needs comes from this server. */
export default class DocsController {
  /** The API reference page. */
  index({ response }: HttpContext) {
    response
      .header('Content-Security-Policy', POLICY)
      .header('Content-Type', 'text/html; charset=utf-8')
      .send(DOCS_PAGE)
  }

  /** A script or style sheet of the reference page. */
  show({ params, response }: HttpContext) {
    const name = String(params.asset)
    response.header('Cache-Control', 'public, max-age=3600')
    if (name === 'init.js') return response.type('text/javascript').send(DOCS_INIT)
    if (name === 'swagger-ui-bundle.js')
      return response.type('text/javascript').stream(createReadStream(join(packageFolder, name)))
    if (name === 'swagger-ui.css')
      return response.type('text/css').stream(createReadStream(join(packageFolder, name)))
    throw new NotFound()
  }
}
