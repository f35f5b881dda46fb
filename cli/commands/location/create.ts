import { defineWrite } from '../../define/write.ts'
import { PERMISSION, locationBody, locationOptions } from './shared.ts'

export default defineWrite({
  name: 'create',
  summary: 'add a city',
  permission: PERMISSION,
  method: 'POST',
  path: '/admin/locations',
  noun: 'location',
  takesIds: false,
  level: 1,
  options: [
    ...locationOptions.slice(0, 4).map((option) => ({ ...option, required: true })),
    ...locationOptions.slice(4),
  ],
  body: locationBody,
  outcome: 'created',
  label: 'city',
  examples: [
    {
      what: 'a town',
      line: 'souk location create --city Husum --country DE --latitude 54.47 --longitude 9.05',
    },
  ],
})
