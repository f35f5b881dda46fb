import { Job } from '#core/outbox/job'
import { sendText } from '#core/sms/texter'
import { deliverLogged } from '#notifications/services/delivery_log'
import { takeText } from '#notifications/services/text_budget'

interface SmsRow {
  id: string
  status: string
  body: string
  secrets: string | null
  expires_at: number | null
  to_number: string
}

/** Sends one logged text message. */
export default class SendSmsJob extends Job<{ smsLogId: string }> {
  static queue = 'mail'

  async handle({ smsLogId }: { smsLogId: string }) {
    await deliverLogged<SmsRow>('sms_logs', smsLogId, async (row, text) => {
      await takeText()
      return sendText({ to: row.to_number, body: text, id: row.id })
    })
  }
}
