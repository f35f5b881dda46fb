import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { NotFound } from '#core/errors'
import type { GatewayName } from '#payments/gateways/gateway'

export type LinkStatus = 'open' | 'paid' | 'cancelled' | 'expired'

export interface LinkRow {
  id: string
  kind: 'link' | 'qr'
  gateway: GatewayName
  order_id: string | null
  amount: number
  currency: string
  description: string
  status: LinkStatus
  /** where it is paid; null until the gateway has made its page */
  url: string | null
  expires_at: number
  paid_at: number | null
  created_at: number
  /** the payment by which it is paid */
  payment_id: string | null
}

/** @throws NotFound */
export async function findLink(
  linkId: string,
  client: Pick<QueryClientContract, 'from'> = db
): Promise<LinkRow> {
  const link = await client
    .from('payment_links')
    .leftJoin('payments', 'payments.link_id', 'payment_links.id')
    .where('payment_links.id', linkId)
    .select('payment_links.*', 'payments.id as payment_id')
    .first()
  if (!link) throw new NotFound()
  return link
}
