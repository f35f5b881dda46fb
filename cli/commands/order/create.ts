import { UsageError } from '../../errors.ts'
import { defineWrite } from '../../define/write.ts'
import { moneyOf, parseAmount } from '../../money.ts'
import { parsePieces } from '../../pieces.ts'
import { WRITE } from './shared.ts'
import type { Pieces } from '../../pieces.ts'
import type { WriteInput } from '../../define/write.ts'

export default defineWrite({
  name: 'create',
  summary: 'write an order for a client, who then pays it',
  permission: WRITE,
  method: 'POST',
  path: '/admin/orders',
  noun: 'order',
  takesIds: false,
  level: 2,
  reason: 'required',
  options: [
    { flags: '--client <id>', description: 'whose order it is', required: true },
    {
      flags: '--items <pieces>',
      description: 'what is on sale: var_1:2,var_2:1',
      parse: parsePieces,
    },
    { flags: '--partner <id>', description: 'who does the work of --title for --amount' },
    { flags: '--title <text>', description: 'a piece of work that is not on sale' },
    {
      flags: '--amount <decimal>',
      description: 'what was agreed: 250, or "250.00 EUR"',
      parse: parseAmount,
    },
    { flags: '--currency <code>', description: 'of --amount, when it names none' },
    { flags: '--note <text>', description: 'why, kept in the history of the order' },
  ],
  body: (input) => ({
    clientId: input.options.client,
    lines: linesOf(input),
    note: input.options.note,
  }),
  outcome: 'created',
  label: 'number',
  receipt: { status: 'status', next: 'souk order show :id' },
  moreFields: ['number', 'status', 'total', 'expiresAt', 'partnerOrders'],
  examples: [
    {
      what: 'of what is on sale',
      line: 'souk order create --client usr_01jd3x --items var_01jd3x:2 --reason "by telephone" --yes',
    },
    {
      what: 'of work agreed on by telephone',
      line: 'souk order create --client usr_01jd3x --partner prt_01jd3x --title "A logo" --amount "250.00 EUR" --reason "by telephone" --yes',
    },
  ],
})

/** The goods of `--items`, and the work of `--title`. */
function linesOf({ options }: WriteInput) {
  const { items, partner, title, amount, currency } = options
  const goods = ((items as Pieces[] | undefined) ?? []).map(({ id, quantity }) => ({
    variantId: id,
    quantity,
  }))
  const work = [partner, title, amount].filter((one) => one !== undefined)
  if (work.length === 0 && goods.length > 0) return goods
  if (work.length < 3)
    throw new UsageError('missing: --items <pieces>, or --partner, --title and --amount')
  return [...goods, { partnerId: partner, title, amount: moneyOf(String(amount), currency) }]
}
