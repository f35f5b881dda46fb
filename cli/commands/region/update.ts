import { defineWrite } from '../../define/write.ts'
import { PERMISSION, regionBody, regionOptions } from './shared.ts'

export default defineWrite({
  name: 'update',
  summary: 'change a region, or switch it on and off',
  permission: PERMISSION,
  method: 'PUT',
  path: '/regions/:id',
  noun: 'region',
  level: 1,
  needsOption: true,
  options: [
    ...regionOptions,
    { flags: '--active <yes|no>', description: 'can be chosen', choices: ['yes', 'no'] },
  ],
  body: (input) => ({
    ...regionBody(input),
    isActive: input.options.active === undefined ? undefined : input.options.active === 'yes',
  }),
  outcome: 'updated',
  label: 'name',
  examples: [{ what: 'a new rate', line: 'souk region update reg_01jd3x --tax 2400' }],
})
