import { recordAudit } from '#audit/record'
import { regionOfClient } from '#carts/queries/region_of_client'
import { readVariants, type BasketItem } from '#carts/queries/read_basket'
import { reserve } from '#catalogue/services/stock'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { newId } from '#core/support/ids'
import type { Money } from '#core/support/money'
import { NotForSale } from '#orders/errors'
import OrderPlaced from '#orders/events/order_placed'
import { deliveryAddress } from '#orders/queries/delivery_address'
import GetOrder, { type OrderWithParts } from '#orders/queries/get_order'
import { payFreeOrder } from '#orders/services/mark_paid'
import { priceLines, type AgreedLine } from '#orders/services/price_lines'
import { AGREED_LIFETIME, writeOrder } from '#orders/services/write_order'

/** Something that is sold here, at its price; or words and a price agreed on with a partner. */
export type ManualLine =
  { variantId: string; quantity: number } | { partnerId: string; title: string; amount: Money }

export interface PlaceManualOrderInput {
  actor: Actor
  clientId: string
  lines: ManualLine[]
  note?: string
}

/** Staff write an order for a client, who pays it like any other. */
export default class PlaceManualOrder {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws E_VALIDATION_ERROR (422) naming a client, partner or variant that there is not, or a
   *   second currency
   * @throws NotForSale, OutOfStock (409)
   */
  async execute({ actor, clientId, lines, note }: PlaceManualOrderInput): Promise<OrderWithParts> {
    return write(async (trx) => {
      await assertClient(trx, clientId)
      const address = await deliveryAddress(trx, clientId)
      const region = await regionOfClient({ id: clientId })
      const items = await itemsOf(trx, lines)
      const currency = currencyOf(lines, items, region?.currency)
      assertForSale(items, currency)
      await assertPartners(trx, lines)

      const orderId = newId('order')
      await writeOrder(trx, orderId, {
        clientId,
        placedBy: actor.id,
        source: 'manual',
        regionId: region?.id ?? null,
        address,
        lifetime: AGREED_LIFETIME,
        note,
        ...(await priceLines(trx, agreed(lines, items, currency), { currency, region })),
      })
      const order = await this.getOrder.byId(orderId, trx)
      await recordAudit(trx, {
        actor,
        action: 'order.placed',
        subject: { type: 'order', id: orderId },
        personId: clientId,
        after: { clientId, total: Number(order.order.total_amount), currency },
        reason: note,
      })
      await outbox.record(trx, new OrderPlaced(orderId, clientId, 'manual'))
      // partners before stock, as in a checkout and a change of stock: nobody waits in a circle
      await reserve(trx, orderId, items)
      if (Number(order.order.total_amount) > 0) return order
      await payFreeOrder(trx, orderId)
      return this.getOrder.byId(orderId, trx)
    })
  }
}

async function assertClient(trx: Transaction, id: string) {
  const client = await trx.from('users').where({ id, role: 'client', status: 'active' }).first()
  if (!client) throw new InvalidField('clientId', 'exists', 'There is no such client')
}

/** The variants of the lines, in their order. */
async function itemsOf(trx: Transaction, lines: ManualLine[]): Promise<BasketItem[]> {
  const wanted = lines.filter((line) => 'variantId' in line)
  if (wanted.length === 0) return []
  const items = await readVariants(trx, wanted)
  for (const [at, line] of lines.entries())
    if ('variantId' in line && !items.some(({ variantId }) => variantId === line.variantId))
      throw new InvalidField(`lines.${at}.variantId`, 'exists', 'There is no such variant')
  return items
}

/** What was agreed on decides; else the client's region, if all is sold in it; else what all has. */
function currencyOf(lines: ManualLine[], items: BasketItem[], home?: string): string {
  const said = lines.flatMap((line) => ('amount' in line ? [line.amount.currency] : []))
  const other = lines.findIndex((line) => 'amount' in line && line.amount.currency !== said[0])
  if (other >= 0)
    throw new InvalidField(`lines.${other}.amount`, 'currency', 'An order has one currency')
  if (said.length > 0) return said[0]
  const isShared = (code: string) => items.every(({ prices }) => prices.has(code))
  if (home && isShared(home)) return home
  return [...items[0].prices.keys()].filter(isShared).sort()[0] ?? home ?? 'USD'
}

function assertForSale(items: BasketItem[], currency: string) {
  const missing = items.filter(({ isOnOffer, prices }) => !isOnOffer || !prices.has(currency))
  if (missing.length === 0) return
  throw new NotForSale(
    missing.map(({ variantId }) => variantId),
    currency
  )
}

async function assertPartners(trx: Transaction, lines: ManualLine[]) {
  const ids = lines.flatMap((line) => ('partnerId' in line ? [line.partnerId] : []))
  const rows = await trx
    .from('partners')
    .join('users', 'users.id', 'partners.user_id')
    .whereIn('partners.id', [...new Set(ids)])
    .where('partners.status', 'approved')
    .where('users.status', 'active')
    .select('partners.id')
  const approved = new Set(rows.map((row) => row.id))
  const at = lines.findIndex((line) => 'partnerId' in line && !approved.has(line.partnerId))
  if (at >= 0)
    throw new InvalidField(`lines.${at}.partnerId`, 'exists', 'There is no such approved partner')
}

function agreed(lines: ManualLine[], items: BasketItem[], currency: string): AgreedLine[] {
  return lines.map((line) => {
    if ('partnerId' in line) return agreedByWord(line)
    const item = items.find(({ variantId }) => variantId === line.variantId)!
    const { listingId, variantId, kind, title, sku, options, revisions } = item
    return {
      partnerId: item.partnerId,
      quantity: line.quantity,
      unitAmount: item.prices.get(currency)!,
      categoryId: item.categoryId,
      facts: { listingId, variantId, kind, title, sku, options, revisions },
    }
  })
}

function agreedByWord({
  partnerId,
  title,
  amount,
}: Extract<ManualLine, { title: string }>): AgreedLine {
  const facts = {
    listingId: null,
    variantId: null,
    kind: 'manual' as const,
    title,
    sku: '',
    options: {},
    revisions: 0,
  }
  return { partnerId, quantity: 1, unitAmount: amount.amount, categoryId: null, facts }
}
