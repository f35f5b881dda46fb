import { defineShow } from '../../define/show.ts'
import { PERMISSION, partnerFile } from './shared.ts'

export default defineShow({
  summary: 'a partner with submissions and documents',
  permission: PERMISSION,
  argument: 'partner-id',
  path: '/admin/verifications/:id',
  ...partnerFile,
  moreFields: ['submissions', 'portfolio'],
  examples: [
    { what: 'the whole file', line: 'souk partner show prt_01jd3x' },
    {
      what: 'ids of the documents',
      line: "souk partner show prt_01jd3x --jq '.submissions[].documents[].id'",
    },
  ],
})
