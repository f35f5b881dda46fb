import { defineList } from '../../define/list.ts'
import { PERMISSION, STAFF_ROLES } from './shared.ts'

export default defineList({
  summary: 'staff accounts',
  permission: PERMISSION,
  path: '/admin/users',
  columns: [
    { key: 'id', title: 'user', id: true },
    { key: 'name' },
    { key: 'email' },
    { key: 'role' },
    { key: 'status' },
    { key: 'twoFactor', title: '2fa' },
    { key: 'lastLoginAt', title: 'last login' },
    { key: 'createdAt', title: 'created', wide: true },
    { key: 'phone', wide: true },
    { key: 'country', wide: true },
  ],
  filters: [
    { flags: '--role <role>', description: 'only this role', choices: STAFF_ROLES },
    {
      flags: '--status <status>',
      description: 'only this state',
      choices: ['active', 'suspended', 'deleted'],
    },
    { flags: '--search <text>', description: 'beginning of name or e-mail' },
  ],
  examples: [{ what: 'who can do everything', line: 'souk admin list --role senior_admin' }],
})
