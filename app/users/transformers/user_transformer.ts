import { BaseTransformer } from '@adonisjs/core/transformers'
import { permissionsOf } from '#users/permissions'
import { toIso } from '#core/support/clock'
import type User from '#users/models/user'

/** An account, as its owner and staff see it. */
export default class UserTransformer extends BaseTransformer<User> {
  toObject() {
    const user = this.resource
    return {
      ...this.pick(user, [
        'id',
        'name',
        'email',
        'phone',
        'role',
        'status',
        'language',
        'timezone',
      ]),
      country: user.country,
      isEmailVerified: user.emailVerifiedAt !== null,
      isPhoneVerified: user.phoneVerifiedAt !== null,
      twoFactor: user.twoFactor,
      lastLoginAt: toIso(user.lastLoginAt),
      createdAt: toIso(user.createdAt),
    }
  }

  /** What a log-in answers: who, and what they may do. */
  forLogin() {
    const { id, name, email, role } = this.resource
    return { id, name, email, role, permissions: [...permissionsOf(role)].sort() }
  }
}
