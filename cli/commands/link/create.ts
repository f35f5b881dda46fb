import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'
import { parseMoment } from '../../options.ts'

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
      flags: '--amount <decimal>',
      description: 'without an order: this much, 25, or "25.00 EUR"',
      parse: parseAmount,
    },
    { flags: '--currency <code>', description: 'of --amount, when it names none' },
    { flags: '--description <text>', description: 'what for' },
    {
      flags: '--gateway <name>',
      description: 'where it is paid; the first that is enabled when absent',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
    {
      flags: '--expires <when>',
      description: '2026-12-01, or 3d from now, seven days at most; a day when absent',
      parse: (text) => parseMoment(text),
    },
  ],
  needsOption: true,
  body: ({ options: { order, amount, currency, description, gateway, expires } }) => ({
    orderId: order,
    amount: amount === undefined ? undefined : moneyOf(String(amount), currency),
    description,
    gateway,
    expiresAt: expires,
  }),
  outcome: 'created',
  label: 'url',
  receipt: { status: 'status', next: 'souk link show :id' },
  moreFields: ['url', 'status', 'amount', 'description', 'expiresAt', 'paymentId'],
  examples: [
    { what: 'for an order', line: 'souk link create --order ord_01jd3x --yes' },
    { what: 'for three days', line: 'souk link create --order ord_01jd3x --expires 3d --yes' },
    {
      what: 'for anything else',
      line: 'souk link create --amount "25.00 EUR" --description "A workshop" --yes',
    },
  ],
})
