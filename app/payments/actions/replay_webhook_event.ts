import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import {
  WEBHOOK_EVENT_COLUMNS,
  WEBHOOK_PATIENCE,
  type WebhookEventRow,
} from '#payments/queries/webhook_event_rows'

/** Handles a stored message again, whatever became of it: its effect happens once all the same. */
export default class ReplayWebhookEvent {
  /** @throws NotFound */
  async execute(input: { actor: Actor; webhookEventId: string }): Promise<WebhookEventRow> {
    return write(async (trx) => {
      const rows = () => trx.from('webhook_events').where({ id: input.webhookEventId })
      const event: WebhookEventRow | null = await rows().select(WEBHOOK_EVENT_COLUMNS).first()
      if (!event) throw new NotFound()
      await rows().update({
        state: 'received',
        handled_at: null,
        give_up_at: clock.now() + WEBHOOK_PATIENCE,
      })
      await outbox.dispatch(trx, 'payments.handle_webhook_event', { webhookEventId: event.id })
      await recordAudit(trx, {
        actor: input.actor,
        action: 'webhook_event.replayed',
        subject: { type: 'webhook_event', id: event.id },
        before: { state: event.state, attempts: Number(event.attempts) },
        after: { state: 'received', type: event.type, gateway: event.gateway },
      })
      return rows().select(WEBHOOK_EVENT_COLUMNS).firstOrFail()
    })
  }
}
