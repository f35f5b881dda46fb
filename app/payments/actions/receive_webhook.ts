import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { InvalidSignature } from '#payments/errors'
import type { GatewayName } from '#payments/gateways/gateway'
import { enabledGateways, gateway } from '#payments/gateways/registry'
import { WEBHOOK_PATIENCE } from '#payments/queries/webhook_event_rows'
import { throughGate } from '#payments/services/webhook_gate'

interface Message {
  gateway: GatewayName
  /** the body, byte for byte */
  raw: string
  headers: Record<string, string | undefined>
}

/**
 * Takes one message of a gateway: checked, stored, and nothing else. What it means is found out by a
 * job; only what is stored is acknowledged.
 */
export default class ReceiveWebhook {
  /**
   * @returns false when the message was stored before
   * @throws InvalidSignature (400): nothing is stored
   */
  async execute({ gateway: name, raw, headers }: Message): Promise<boolean> {
    // nothing that proves who sends is set up for it
    if (!enabledGateways().includes(name)) throw new InvalidSignature()
    return throughGate(name, async () => {
      const driver = await gateway(name)
      const event = await driver.verifyEvent(raw, headers)
      return write(async (trx) => {
        const id = newId('webhookEvent')
        const now = clock.now()
        const isNew = await insertedOnce(trx, 'webhook_events', {
          id,
          gateway: name,
          event_id: event.id.slice(0, 120),
          type: event.type.slice(0, 80),
          object_id: event.objectId.slice(0, 120),
          occurred_at: event.occurredAt,
          raw,
          state: 'received',
          give_up_at: now + WEBHOOK_PATIENCE,
          created_at: now,
        })
        if (isNew)
          await outbox.dispatch(trx, 'payments.handle_webhook_event', { webhookEventId: id })
        return isNew
      })
    })
  }
}
