import { defineWrite } from '../../define/write.ts'
import { PERMISSION, locationBody, locationOptions } from './shared.ts'

export default defineWrite({
  name: 'update',
  summary: 'change a city, or switch it on and off',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/locations/:id',
  noun: 'location',
  level: 1,
  needsOption: true,
  options: [
    ...locationOptions,
    { flags: '--active <yes|no>', description: 'can be chosen', choices: ['yes', 'no'] },
  ],
  body: (input) => ({
    ...locationBody(input),
    isActive: input.options.active === undefined ? undefined : input.options.active === 'yes',
  }),
  outcome: 'updated',
  label: 'city',
  examples: [{ what: 'not any more', line: 'souk location update loc_01jd3x --active no' }],
})
