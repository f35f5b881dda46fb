import { InvalidArgumentError } from 'commander'
import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'create',
  summary: 'write an order for a client, who is told to pay it',
  permission: 'orders.write',
  method: 'POST',
  path: '/admin/orders',
  noun: 'order',
  takesIds: false,
  level: 2,
  options: [
    { flags: '--client <id>', description: 'who buys', required: true },
    {
      flags: '--items <list>',
      description: 'variants and how many of each, by comma: var_1:2,var_2:1',
      required: true,
      parse: (text) => parseItems(text),
    },
    { flags: '--note <text>', description: 'why, kept in the history of the order' },
  ],
  body: ({ options: { client, items, note } }) => ({ clientId: client, lines: items, note }),
  outcome: 'created',
  label: 'number',
  moreFields: ['number', 'status', 'total', 'partnerOrders'],
  examples: [
    {
      what: 'two of one, one of another',
      line: 'souk order create --client usr_01jd3x --items var_01jd3x:2,var_01jd4y:1 --yes',
    },
    {
      what: 'words and an amount agreed on with a partner',
      line: 'souk api /admin/orders -X POST --input order.json',
    },
  ],
})

function parseItems(text: string): { variantId: string; quantity: number }[] {
  return text.split(',').map((item) => {
    const [, variantId, quantity] = /^\s*(var_\w+):([1-9]\d{0,3})\s*$/.exec(item) ?? []
    if (!variantId)
      throw new InvalidArgumentError('Variants with a number each, as in var_1:2,var_2:1.')
    return { variantId, quantity: Number(quantity) }
  })
}
