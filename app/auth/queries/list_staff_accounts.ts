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
    return keysetPage<User>(query as any, page, [
      { column: 'users.id', direction: 'desc', valueOf: (user) => user.id },
    ])
  }
}
