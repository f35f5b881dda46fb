import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { STAFF_ROLES, type StaffRole } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import User from '#users/models/user'

export interface StaffFilters extends PageRequest {
  role?: StaffRole
  status?: 'active' | 'suspended' | 'deleted'
  /** how a name or an address begins */
  search?: string
}

/** Staff accounts, newest first; deactivated ones only when asked for. */
export default class ListStaffAccounts {
  async execute({ role, status, search, ...page }: StaffFilters): Promise<Page<User>> {
    const query = User.query().whereIn('role', role ? [role] : [...STAFF_ROLES])
    if (status) query.where('status', status)
    else query.whereNot('status', 'deleted')
    if (search) {
      const pattern = `${search.replace(/[!%_]/g, '!$&')}%`
      query.whereRaw("(name LIKE ? ESCAPE '!' OR email LIKE ? ESCAPE '!')", [pattern, pattern])
    }
    return keysetPage<User>(rowsOf(query), page, [
      { column: 'users.id', direction: 'desc', valueOf: (user) => user.id },
    ])
  }
}

/** A query of models is paged like any other; only their types do not meet. */
function rowsOf(query: ReturnType<typeof User.query>) {
  return query as unknown as DatabaseQueryBuilderContract<User>
}
