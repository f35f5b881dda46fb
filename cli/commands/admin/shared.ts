/** What staff need to manage staff accounts. */
export const PERMISSION = 'users.manage'

export const STAFF_ROLES = ['agent', 'hr', 'dev', 'senior_dev', 'admin', 'senior_admin']
