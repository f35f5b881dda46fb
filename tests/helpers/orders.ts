/*
 * Orders put into the tables by hand, for tests that need what comes after one.
 */
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { unique, type TestActor } from '#tests/helpers/actors'

export interface DeliveredLineInput {
  client: TestActor
  partner: { partnerId: string }
  /** a line without a listing when absent */
  listingId?: string
  /** `delivered` unless told otherwise */
  status?: string
}

export interface DeliveredLine {
  orderId: string
  partnerOrderId: string
  orderLineId: string
}

const GOODS = 10_000
const COMMISSION = 1000

/** A paid order of one line for 100.00 EUR, whose only part is delivered. Nothing is in the books. */
export async function makeDeliveredLine(input: DeliveredLineInput): Promise<DeliveredLine> {
  const ids = {
    orderId: newId('order'),
    partnerOrderId: newId('partnerOrder'),
    orderLineId: newId('orderLine'),
  }
  await write(async (trx) => {
    await trx.insertQuery().table('orders').insert(orderRow(ids, input))
    await trx.insertQuery().table('partner_orders').insert(partRow(ids, input))
    await trx.insertQuery().table('order_lines').insert(lineRow(ids, input))
  })
  return ids
}

function orderRow(
  { orderId }: DeliveredLine,
  { client, status = 'delivered' }: DeliveredLineInput
) {
  const now = clock.now()
  return {
    id: orderId,
    number: unique('T-'),
    cart_id: orderId,
    client_id: client.user.id,
    source: 'manual',
    placed_by: client.user.id,
    status,
    currency: 'EUR',
    goods_amount: GOODS,
    discount_amount: 0,
    shipping_amount: 0,
    tax_amount: 0,
    total_amount: GOODS,
    expires_at: now,
    paid_at: now,
    created_at: now,
    updated_at: now,
  }
}

function partRow(ids: DeliveredLine, { partner, status = 'delivered' }: DeliveredLineInput) {
  const now = clock.now()
  return {
    id: ids.partnerOrderId,
    order_id: ids.orderId,
    partner_id: partner.partnerId,
    position: 0,
    status,
    currency: 'EUR',
    goods_amount: GOODS,
    discount_amount: 0,
    own_discount_amount: 0,
    shipping_amount: 0,
    tax_amount: 0,
    total_amount: GOODS,
    commission_amount: COMMISSION,
    earning_amount: GOODS - COMMISSION,
    has_package: false,
    delivered_at: now,
    created_at: now,
    updated_at: now,
  }
}

function lineRow(ids: DeliveredLine, { listingId }: DeliveredLineInput) {
  return {
    id: ids.orderLineId,
    order_id: ids.orderId,
    partner_order_id: ids.partnerOrderId,
    position: 0,
    listing_id: listingId ?? null,
    variant_id: null,
    kind: 'product',
    title: 'A print',
    sku: 'PRINT',
    options: '{}',
    quantity: 1,
    unit_amount: GOODS,
    goods_amount: GOODS,
    discount_amount: 0,
    own_discount_amount: 0,
    tax_bps: 0,
    tax_amount: 0,
    commission_bps: 1000,
    commission_amount: COMMISSION,
    created_at: clock.now(),
  }
}
