import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { openSealed } from '#core/support/sealed'
import { withSecrets } from '#notifications/services/message_templates'

interface LogRow {
  id: string
  status: string
  body: string
  secrets: string | null
  expires_at: number | string | null
}

type LogTable = 'email_logs' | 'sms_logs'

/** Why a message stays unsent for good: another try would change nothing. */
export class NotToBeSent extends Error {}

/**
 * Sends one logged message and writes down what came of it. Shared by both channels: not twice when
 * it is known to be sent, not at all when it has expired (an old code helps nobody), and the secrets
 * are wiped either way. One whose `send` throws NotToBeSent has failed and is not tried again.
 */
export async function deliverLogged<Row extends LogRow>(
  table: LogTable,
  id: string,
  send: (row: Row, text: string) => Promise<{ response: string }>
) {
  const row: Row | null = await db.from(table).where({ id }).first()
  if (!row || row.status === 'sent' || row.status === 'expired') return
  if (row.expires_at !== null && Number(row.expires_at) <= clock.now())
    return db.from(table).where({ id }).update({ status: 'expired', secrets: null })

  await db
    .from(table)
    .where({ id })
    .update({ attempts: db.raw('attempts + 1') })
  const secrets = row.secrets ? openSealed<Record<string, string>>(row.secrets) : null
  try {
    const { response } = await send(row, withSecrets(row.body, secrets ?? {}))
    await db
      .from(table)
      .where({ id })
      .update({
        status: 'sent',
        sent_at: clock.now(),
        provider_response: response.slice(0, 500),
        secrets: null,
      })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isFinal = error instanceof NotToBeSent
    await db
      .from(table)
      .where({ id })
      .update({
        status: 'failed',
        provider_response: reason.slice(0, 500),
        ...(isFinal && { secrets: null }),
      })
    if (!isFinal) throw error
  }
}
