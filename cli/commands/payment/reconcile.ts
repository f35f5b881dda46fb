import { defineWrite } from '../../define/write.ts'
import { parseTime } from '../../options.ts'

export default defineWrite({
  name: 'reconcile',
  summary: 'compare our books with the gateways, and book what was lost',
  permission: 'payments.write',
  method: 'POST',
  path: '/admin/payments/reconcile',
  noun: 'payment',
  takesIds: false,
  level: 2,
  reason: 'required',
  options: [
    {
      flags: '--since <time>',
      description: 'a time, a date or an age: 2026-11-20, 2d',
      required: true,
      parse: parseTime,
    },
    { flags: '--until <time>', description: 'the same; now when absent', parse: parseTime },
    {
      flags: '--gateway <name>',
      description: 'only with this gateway',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
  ],
  body: ({ options }) => ({
    gateway: options.gateway,
    from: options.since,
    to: options.until ?? parseTime('0s'),
  }),
  outcome: 'compared',
  label: 'found',
  moreFields: ['gateways', 'checked', 'found', 'healed', 'differences'],
  examples: [
    {
      what: 'the last two days',
      line: 'souk payment reconcile --since 2d --reason "after the outage" --yes',
    },
    {
      what: 'what differs',
      line: "souk payment reconcile --since 1d --reason daily --yes --jq '.differences[] | {kind, paymentId, isHealed}'",
    },
  ],
})
