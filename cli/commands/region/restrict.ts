import { defineWrite } from '../../define/write.ts'
import { UsageError } from '../../errors.ts'
import { parseNames } from '../../options.ts'
import { PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'restrict',
  summary: 'say what is not sold in a region; replaces what was said before',
  permission: PERMISSION,
  method: 'PUT',
  path: '/regions/:id/restrictions',
  noun: 'region',
  level: 2,
  needsOption: true,
  options: [
    { flags: '--deny-product <ids>', description: 'products, by comma', parse: parseNames },
    { flags: '--deny-category <ids>', description: 'categories, by comma', parse: parseNames },
    { flags: '--allow-all', description: 'lift every restriction' },
  ],
  body: ({ options: { allowAll, denyProduct, denyCategory } }) => {
    if (allowAll && (denyProduct || denyCategory)) {
      throw new UsageError('--allow-all and --deny-... exclude each other')
    }
    return { productIds: denyProduct ?? [], categoryIds: denyCategory ?? [] }
  },
  outcome: 'restricted',
  label: 'name',
  examples: [
    { what: 'sell everything again', line: 'souk region restrict reg_01jd3x --allow-all' },
    {
      what: 'a whole category',
      line: 'souk region restrict reg_01jd3x --deny-category cat_01jd3x',
    },
  ],
})
