import { defineWrite } from '../../define/write.ts'
import { parseWhole } from '../../options.ts'

export default defineWrite({
  name: 'create',
  summary: 'make a link by which somebody pays an order, or a free amount',
  permission: 'payments.write',
  method: 'POST',
  path: '/payments/links',
  noun: 'link',
  takesIds: false,
  level: 2,
  options: [
    { flags: '--order <id>', description: 'the order whose total is asked for' },
    {
      flags: '--amount <units>',
      description: 'without an order: minor units, 2500 is 25.00',
      parse: (text) => parseWhole(text, 1),
    },
    { flags: '--currency <code>', description: 'of the amount: ISO 4217, such as EUR' },
    { flags: '--description <text>', description: 'what for' },
    {
      flags: '--gateway <name>',
      description: 'where it is paid; the first that is enabled when absent',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
  ],
  needsOption: true,
  body: ({ options: { order, amount, currency, description, gateway } }) => ({
    orderId: order,
    amount: amount === undefined ? undefined : { amount, currency },
    description,
    gateway,
  }),
  outcome: 'created',
  label: 'url',
  moreFields: ['url', 'status', 'amount', 'description', 'expiresAt', 'paymentId'],
  examples: [
    { what: 'for an order', line: 'souk link create --order ord_01jd3x --yes' },
    {
      what: 'for anything else',
      line: 'souk link create --amount 2500 --currency EUR --description "A workshop" --yes',
    },
  ],
})
