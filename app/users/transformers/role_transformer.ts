import { BaseTransformer } from '@adonisjs/core/transformers'
import type { StaffRole } from '#core/actor'
import { permissionsOf } from '#users/permissions'

/** A staff role, and what it may do. */
export default class RoleTransformer extends BaseTransformer<StaffRole> {
  toObject() {
    const role = this.resource
    return { role, permissions: [...permissionsOf(role)].sort() }
  }
}
