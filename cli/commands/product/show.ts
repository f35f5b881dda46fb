import { defineShow } from '../../define/show.ts'
import { PERMISSION, listingPage, listingPath, moreFields } from './shared.ts'

export default defineShow({
  summary: 'one product, package or event, in whatever state',
  permission: PERMISSION,
  argument: 'listing-id',
  path: listingPath,
  ...listingPage,
  moreFields: [...moreFields, 'variants'],
  examples: [
    { what: 'a product', line: 'souk product show prd_01jd3x' },
    {
      what: 'what is left of it',
      line: "souk product show prd_01jd3x --jq '.variants[].available'",
    },
  ],
})
