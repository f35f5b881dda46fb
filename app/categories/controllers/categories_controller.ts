import type { HttpContext } from '@adonisjs/core/http'
import { categoryTree } from '#categories/queries/category_tree'
import { publicTree } from '#categories/services/public_tree'

/** What is on offer, for everybody. */
export default class CategoriesController {
  /** The tree of active categories; a client that has it already (If-None-Match) gets 304. */
  async index({ response, sendJson }: HttpContext) {
    const tree = publicTree(await categoryTree())
    response.header('ETag', tree.etag).header('Cache-Control', 'public, no-cache')
    if (!response.fresh()) return sendJson(tree)
    response.status(304)
    return undefined
  }
}
