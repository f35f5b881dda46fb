import { defineWrite } from '../../../define/write.ts'

export default defineWrite({
  name: 'forget',
  summary: 'make a device of this account a stranger again',
  method: 'DELETE',
  path: '/auth/devices/:id',
  noun: 'device',
  level: 1,
  outcome: 'forgotten',
  examples: [{ what: 'one of the list', line: 'souk auth devices forget dev_01jd3x' }],
})
