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
  options: [
    { flags: '--client <id>', description: 'whose order it is', required: true },
    {
      flags: '--variants <pieces>',
      description: 'what is on sale: var_1:2,var_2:1',
      parse: parsePieces,
    },
    { flags: '--partner <id>', description: 'who does the work of --title for --amount' },
    { flags: '--title <text>', description: 'a piece of work that is not on sale' },
    { flags: '--amount <decimal>', description: 'what it was agreed to cost', parse: parseAmount },
    { flags: '--currency <code>', description: 'of --amount' },
    { flags: '--note <text>', description: 'kept with the order' },
  ],
  body: (input) => ({
    clientId: input.options.client,
    lines: linesOf(input),
    note: input.options.note,
  }),
  outcome: 'created',
  label: 'number',
  moreFields: ['number', 'status', 'total', 'expiresAt', 'partnerOrders'],
  examples: [
    {
      what: 'of what is on sale',
      line: 'souk order create --client usr_01jd3x --variants var_01jd3x:2 --yes',
    },
    {
      what: 'of work agreed on by telephone',
      line: 'souk order create --client usr_01jd3x --partner prt_01jd3x --title "A logo" --amount 250.00 --currency EUR --yes',
    },
  ],
})

/** The goods of `--variants`, and the work of `--title`. */
function linesOf({ options }: WriteInput) {
  const { variants, partner, title, amount, currency } = options
  const goods = ((variants as Pieces[] | undefined) ?? []).map(({ id, quantity }) => ({
    variantId: id,
    quantity,
  }))
  const work = [partner, title, amount].filter((one) => one !== undefined)
  if (work.length === 0 && goods.length > 0) return goods
  if (work.length < 3)
    throw new UsageError('missing: --variants <pieces>, or --partner, --title and --amount')
  return [...goods, { partnerId: partner, title, amount: moneyOf(String(amount), currency) }]
}
