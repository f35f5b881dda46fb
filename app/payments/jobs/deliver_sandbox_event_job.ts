import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { Job, URGENT } from '#core/outbox/job'
import { clock, SECOND } from '#core/support/clock'
import { eventAbout, type SandboxObject } from '#payments/gateways/sandbox_objects'
import {
  SIGNATURE_HEADER,
  signaturesOf,
  TIMESTAMP_HEADER,
} from '#payments/gateways/sandbox_signature'

/** The sandbox sends a web hook, until somebody says that it was taken. */
export default class DeliverSandboxEventJob extends Job<{ id: string }> {
  static queue = URGENT

  async handle({ id }: { id: string }) {
    const object: SandboxObject = await db.from('sandbox_objects').where({ id }).firstOrFail()
    const raw = JSON.stringify(eventAbout(object))
    const timestamp = clock.now()
    const response = await fetch(webhookUrl(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [TIMESTAMP_HEADER]: String(timestamp),
        [SIGNATURE_HEADER]: signaturesOf(timestamp, raw)[0],
      },
      body: raw,
      signal: AbortSignal.timeout(10 * SECOND),
    })
    if (!response.ok) throw new Error(`The web hook was answered ${response.status}`)
  }
}

/** This server, unless another address is given. */
function webhookUrl(): string {
  const host = env.get('HOST') === '0.0.0.0' ? '127.0.0.1' : env.get('HOST')
  const own = `http://${host}:${env.get('PORT')}/api/v1/payments/webhooks/sandbox`
  return env.get('SANDBOX_WEBHOOK_URL') || own
}
