import { sendMail } from '#core/mail/mailer'
import { Job } from '#core/outbox/job'
import { deliverLogged } from '#notifications/services/delivery_log'

interface EmailRow {
  id: string
  status: string
  body: string
  secrets: string | null
  expires_at: number | null
  to_address: string
  subject: string
  message_id: string
}

/** Sends one logged mail; a repeat after a crash carries the same Message-ID. */
export default class SendEmailJob extends Job<{ emailLogId: string }> {
  static queue = 'mail'

  async handle({ emailLogId }: { emailLogId: string }) {
    await deliverLogged<EmailRow>('email_logs', emailLogId, (row, text) =>
      sendMail({ to: row.to_address, subject: row.subject, text, messageId: row.message_id })
    )
  }
}
