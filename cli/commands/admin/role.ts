import { defineWrite } from '../../define/write.ts'
import { PERMISSION, STAFF_ROLES } from './shared.ts'

export default defineWrite({
  name: 'role',
  summary: 'give staff another role, or a second factor; acts at once',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/users/:id',
  noun: 'user',
  level: 2,
  needsOption: true,
  options: [
    { flags: '--to <role>', description: 'the new role', choices: STAFF_ROLES },
    { flags: '--two-factor <how>', description: 'codes at log-in', choices: ['email', 'off'] },
  ],
  body: ({ options }) => ({ role: options.to, twoFactor: options.twoFactor }),
  question: ({ options: { to, twoFactor } }, what) =>
    `Change ${what}: ${[to && `role ${to}`, twoFactor && `codes ${twoFactor}`].filter(Boolean).join(', ')}`,
  outcome: 'changed',
  label: 'email',
  examples: [{ what: 'a promotion', line: 'souk admin role usr_01jd3x --to admin' }],
})
