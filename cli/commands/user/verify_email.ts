import { defineWrite } from '../../define/write.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'verify-email',
  summary: 'confirm the addresses of people who cannot do it by code',
  permission: WRITE,
  method: 'PUT',
  path: `${PATH}/verify-email`,
  noun: 'user',
  level: 2,
  outcome: 'confirmed',
  examples: [
    { what: 'one', line: 'souk user verify-email usr_01jd3x --reason "called back on the number"' },
  ],
})
