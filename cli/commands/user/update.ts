import { defineWrite } from '../../define/write.ts'
import { PATH, WRITE } from './shared.ts'

export default defineWrite({
  name: 'update',
  summary: 'change what accounts tell about their holders, who are told by mail',
  permission: WRITE,
  method: 'PUT',
  path: PATH,
  noun: 'user',
  level: 2,
  needsOption: true,
  options: [
    { flags: '--name <text>', description: 'full name' },
    { flags: '--phone <number>', description: 'with its country code; it is not confirmed then' },
    { flags: '--language <code>', description: 'such as de or pt-BR' },
    { flags: '--timezone <zone>', description: 'such as Europe/Berlin' },
    { flags: '--country <code>', description: 'such as DE' },
    { flags: '--company <text>', description: 'the company behind a client', param: 'companyName' },
  ],
  body: ({ options: { name, phone, language, timezone, country, company } }) => ({
    ...{ name, phone, language, timezone, country },
    companyName: company,
  }),
  outcome: 'changed',
  label: 'name',
  moreFields: ['name'],
  examples: [{ what: 'one', line: 'souk user update usr_01jd3x --name "Ada Byron" --country AT' }],
})
