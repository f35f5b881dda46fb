import { defineWrite } from '../../define/write.ts'
import { PERMISSION, STAFF_ROLES } from './shared.ts'

export default defineWrite({
  name: 'invite',
  summary: 'make a staff account; a link to set the password goes by mail',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/users',
  noun: 'user',
  takesIds: false,
  level: 2,
  options: [
    { flags: '--email <address>', description: 'where the invitation goes', required: true },
    { flags: '--name <text>', description: 'full name', required: true },
    {
      flags: '--role <role>',
      description: 'what they may do',
      choices: STAFF_ROLES,
      required: true,
    },
  ],
  body: ({ options: { email, name, role } }) => ({ email, name, role }),
  outcome: 'invited',
  label: 'email',
  examples: [
    {
      what: 'a support agent',
      line: 'souk admin invite --email ada@example.test --name "Ada Byron" --role agent',
    },
  ],
})
