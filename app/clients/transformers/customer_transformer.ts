import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Customer } from '#clients/queries/list_customers'
import { toIso } from '#core/support/clock'

/** A client or partner in a list. */
export default class CustomerTransformer extends BaseTransformer<Customer> {
  toObject() {
    const row = this.resource
    return {
      ...this.pick(row, ['id', 'role', 'status', 'name', 'email', 'phone', 'country']),
      regionId: row.region_id,
      isEmailVerified: row.email_verified_at !== null,
      isPhoneVerified: row.phone_verified_at !== null,
      twoFactor: row.two_factor,
      partner: row.partner,
      suspendedUntil: toIso(row.suspended_until),
      lastLoginAt: toIso(row.last_login_at),
      createdAt: toIso(row.created_at),
    }
  }
}
