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

/** What there is, and of which type; the first is ours. */
const ASSETS = new Map([
  ['init.js', 'text/javascript'],
  ['swagger-ui-bundle.js', 'text/javascript'],
  ['swagger-ui.css', 'text/css'],
])

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
    const type = ASSETS.get(name)
    if (!type) throw new NotFound()
    response.header('Cache-Control', 'public, max-age=3600').type(type)
    if (name === 'init.js') return response.send(DOCS_INIT)
    return response.stream(createReadStream(join(packageFolder, name)))
  }
}
