import { defineWrite } from '../../define/write.ts'
import { PERMISSION, regionBody, regionOptions } from './shared.ts'

export default defineWrite({
  name: 'create',
  summary: 'add a region',
  permission: PERMISSION,
  method: 'POST',
  path: '/regions',
  noun: 'region',
  takesIds: false,
  level: 1,
  options: [
    ...regionOptions.slice(0, 2).map((option) => ({ ...option, required: true })),
    ...regionOptions.slice(2),
  ],
  body: regionBody,
  outcome: 'created',
  label: 'name',
  examples: [
    {
      what: 'two countries',
      line: 'souk region create --name Baltics --currency EUR --countries EE,LV --tax 2200',
    },
  ],
})
