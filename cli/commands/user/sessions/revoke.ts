import { defineWrite } from '../../../define/write.ts'
import { pathWithId } from '../../../ids.ts'
import { PATH, WRITE } from '../shared.ts'

export default defineWrite({
  name: 'revoke',
  summary: 'log people out, everywhere or on one device',
  permission: WRITE,
  method: 'DELETE',
  path: ({ session }) =>
    typeof session === 'string'
      ? `${PATH}/sessions/${pathWithId(':id', session)}`
      : `${PATH}/sessions`,
  paths: [`${PATH}/sessions`, `${PATH}/sessions/:id`],
  noun: 'user',
  level: 2,
  options: [{ flags: '--session <id>', description: 'only this one; all of them when absent' }],
  outcome: 'logged out',
  moreFields: ['ended'],
  examples: [
    {
      what: 'everywhere',
      line: 'souk user sessions revoke usr_01jd3x --reason "phone was stolen"',
    },
    {
      what: 'one device',
      line: 'souk user sessions revoke usr_01jd3x --session ses_01jd3x --yes',
    },
  ],
})
