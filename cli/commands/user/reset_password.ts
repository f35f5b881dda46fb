import { defineWrite } from '../../define/write.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'reset-password',
  summary: 'mail people a link that sets a new password',
  permission: WRITE,
  method: 'POST',
  path: `${PATH}/reset-password`,
  noun: 'user',
  level: 2,
  outcome: 'reset link sent',
  examples: [{ what: 'one', line: 'souk user reset-password usr_01jd3x --ticket tkt_9' }],
})
