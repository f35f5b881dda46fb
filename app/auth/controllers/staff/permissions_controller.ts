import type { HttpContext } from '@adonisjs/core/http'
import { STAFF_ROLES } from '#core/actor'
import RoleTransformer from '#users/transformers/role_transformer'

/** What each staff role may do. */
export default class PermissionsController {
  /** The permissions of each staff role. */
  async index({ serialize }: HttpContext) {
    return serialize(RoleTransformer.transform([...STAFF_ROLES]))
  }
}
