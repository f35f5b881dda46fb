import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { DAY, toIso } from '#core/support/clock'
import type { Gateway, GatewayName, GatewayPayment } from '#payments/gateways/gateway'
import { assertEnabled, enabledGateways, gateway } from '#payments/gateways/registry'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { compareOurs, compareTheirs, type Difference } from '#payments/services/reconcile'

const BATCH = 200
const LONGEST = 31 * DAY
/** an answer has so many differences at most; the rest is counted */
const MOST_SHOWN = 1000

export interface Reconciliation {
  gateways: GatewayName[]
  from: number
  to: number
  /** payments that were compared, theirs and ours */
  checked: number
  /** how many there are, shown or not */
  found: number
  healed: number
  differences: Difference[]
}

interface Request {
  actor: Actor
  gateway?: GatewayName
  /** epoch ms */
  from: number
  to: number
}

/** Compares our captured payments of a time with the gateways', and books what was lost. */
export default class ReconcilePayments {
  /**
   * Runs outside of any transaction.
   *
   * @throws InvalidField for a time that ends before it begins, or longer than 31 days
   * @throws GatewayUnavailable
   */
  async execute({ actor, gateway: name, from, to }: Request): Promise<Reconciliation> {
    if (to < from)
      throw new InvalidField('to', 'notBeforeFrom', 'The to field must not be before from')
    if (to - from > LONGEST) throw new InvalidField('to', 'max', 'At most 31 days at a time')
    if (name) assertEnabled(name)
    const gateways = name ? [name] : enabledGateways()
    const result: Reconciliation = {
      gateways,
      from,
      to,
      checked: 0,
      found: 0,
      healed: 0,
      differences: [],
    }
    for (const one of gateways) await this.#compare(await gateway(one), result)
    await this.#report(actor, result)
    return result
  }

  async #compare(driver: Gateway, result: Reconciliation) {
    const seen = new Set<string>()
    for await (const batch of inBatches(driver.listPayments(result.from, result.to))) {
      for (const { id } of batch) seen.add(id)
      result.checked += batch.length
      note(result, await compareTheirs(driver, batch))
    }
    for await (const payment of oursCaptured(driver.name, result.from, result.to)) {
      if (seen.has(payment.gateway_payment_id)) continue
      result.checked++
      const found = await compareOurs(driver, payment)
      if (found) note(result, [found])
    }
  }

  async #report(actor: Actor, { gateways, from, to, checked, found, healed }: Reconciliation) {
    await write((trx) =>
      recordAudit(trx, {
        actor,
        action: 'payments.reconciled',
        subject: { type: 'gateway', id: gateways.join(',') },
        after: { from: toIso(from), to: toIso(to), checked, found, healed },
      })
    )
    if (found > healed) logger.error({ gateways, found, healed }, 'our books differ from a gateway')
  }
}

function note(result: Reconciliation, differences: Difference[]) {
  result.found += differences.length
  result.healed += differences.filter(({ isHealed }) => isHealed).length
  const room = MOST_SHOWN - result.differences.length
  result.differences.push(...differences.slice(0, room))
}

async function* inBatches(payments: AsyncIterable<GatewayPayment>) {
  let batch: GatewayPayment[] = []
  for await (const payment of payments) {
    batch.push(payment)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* oursCaptured(
  name: GatewayName,
  from: number,
  to: number
): AsyncGenerator<PaymentRow> {
  let last = { captured_at: from, id: '' }
  for (;;) {
    const page: PaymentRow[] = await db
      .from('payments')
      .where('gateway', name)
      .where('captured_at', '>=', last.captured_at)
      .where('captured_at', '<=', to)
      .where((rest) =>
        rest
          .where('captured_at', '>', last.captured_at)
          .orWhere((same) => same.where('captured_at', last.captured_at).where('id', '>', last.id))
      )
      .orderBy('captured_at')
      .orderBy('id')
      .limit(BATCH)
    yield* page
    if (page.length < BATCH) return
    last = { captured_at: Number(page.at(-1)!.captured_at), id: page.at(-1)!.id }
  }
}
