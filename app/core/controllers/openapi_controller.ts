import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'

let loaded: Promise<{ text: string; etag: string }> | undefined

/** The contract of this API, for machines. */
export default class OpenapiController {
  /** The OpenAPI 3.1 document of every route. */
  async show({ request, response }: HttpContext) {
    loaded ??= load()
    const { text, etag } = await loaded
    response.header('Cache-Control', 'no-cache').header('ETag', etag)
    if (request.header('if-none-match') === etag) return response.status(304).send(null)
    response.type('application/json').send(text)
  }
}

/** The file is part of a release and never changes under a running server. */
async function load() {
  const text = await readFile(app.makePath('app/core/openapi/openapi.json'), 'utf8')
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  return { text, etag }
}
